import type { Overlay } from "../year.ts";

const ADDRESS = "https://www.gxzf.gov.cn/";

/**
 * 广西壮族自治区 “壮族三月三” (自治区人民政府令第98号). Only the years whose arrangement was read are here: for any other year this overlay
 * gives no date at all rather than one without the local holiday. Where the date of the notice was not read, the arrangement counts
 * as known from its first day.
 */
export const guangxi: Overlay = {
  id: "guangxi",
  name: "广西壮族自治区",
  years: [
    {
      year: 2017,
      notices: [
        {
          title: "广西壮族自治区人民政府办公厅关于2017年“壮族三月三”放假的通知",
          published: "2017-02-10",
          address: ADDRESS,
          off: [["壮族三月三", "2017-03-30", "2017-04-01"]],
          makeUp: [["壮族三月三", "2017-04-08"]],
        },
      ],
    },
    {
      year: 2018,
      notices: [
        {
          title: "广西壮族自治区人民政府办公厅关于2018年“壮族三月三”放假的通知",
          published: "2018-04-18",
          address: ADDRESS,
          off: [["壮族三月三", "2018-04-18", "2018-04-19"]],
          makeUp: [],
        },
      ],
    },
    {
      year: 2021,
      notices: [
        {
          title: "广西壮族自治区人民政府办公厅关于2021年“壮族三月三”放假的通知",
          published: "2021-04-14",
          address: ADDRESS,
          off: [["壮族三月三", "2021-04-14", "2021-04-16"]],
          makeUp: [["壮族三月三", "2021-04-18"]],
        },
      ],
    },
    {
      year: 2024,
      notices: [
        {
          title: "广西壮族自治区人民政府办公厅关于2024年“壮族三月三”放假的通知",
          published: "2024-03-22",
          address: ADDRESS,
          off: [["壮族三月三", "2024-04-11", "2024-04-12"]],
          makeUp: [],
        },
      ],
    },
  ],
};
