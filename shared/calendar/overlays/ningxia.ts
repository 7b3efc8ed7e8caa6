import type { Overlay } from "../year.ts";

const ADDRESS = "https://www.nx.gov.cn/";

/**
 * 宁夏回族自治区 开斋节 and 古尔邦节, for the years whose arrangement was read. Where the date of the notice was not read, the arrangement
 * counts as known from the year's first day.
 */
export const ningxia: Overlay = {
  id: "ningxia",
  name: "宁夏回族自治区",
  years: [
    {
      year: 2019,
      notices: [
        {
          title: "宁夏回族自治区人民政府办公厅关于2019年部分节假日安排的通知",
          number: "宁政办发〔2018〕137号",
          published: "2019-01-01",
          address: ADDRESS,
          off: [
            ["开斋节", "2019-06-05", "2019-06-06"],
            ["古尔邦节", "2019-08-12", "2019-08-13"],
          ],
          makeUp: [],
        },
      ],
    },
    {
      year: 2020,
      notices: [
        {
          title: "宁夏回族自治区人民政府办公厅关于2020年部分节假日安排的通知",
          published: "2019-12-04",
          address: ADDRESS,
          off: [
            ["开斋节", "2020-05-25", "2020-05-26"],
            ["古尔邦节", "2020-07-30", "2020-07-31"],
          ],
          makeUp: [],
        },
      ],
    },
    {
      year: 2021,
      notices: [
        {
          title: "宁夏回族自治区人民政府办公厅关于2021年部分节假日安排的通知",
          published: "2021-01-01",
          address: ADDRESS,
          off: [
            ["开斋节", "2021-05-13", "2021-05-14"],
            ["古尔邦节", "2021-07-19", "2021-07-20"],
          ],
          makeUp: [],
        },
      ],
    },
    {
      year: 2022,
      notices: [
        {
          title: "宁夏回族自治区人民政府办公厅关于2022年部分节假日安排的通知",
          published: "2022-01-01",
          address: ADDRESS,
          off: [
            ["劳动节、开斋节", "2022-04-30", "2022-05-04"],
            ["古尔邦节", "2022-07-11", "2022-07-12"],
          ],
          makeUp: [],
        },
      ],
    },
    {
      year: 2023,
      notices: [
        {
          title: "宁夏回族自治区人民政府办公厅关于2023年部分节假日安排的通知",
          published: "2023-01-01",
          address: ADDRESS,
          off: [
            ["开斋节", "2023-04-22", "2023-04-22"],
            ["古尔邦节", "2023-06-29", "2023-06-30"],
          ],
          makeUp: [],
        },
      ],
    },
  ],
};
