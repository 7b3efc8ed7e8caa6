import type { Overlay } from "../year.ts";

const ADDRESS = "https://www.gxzf.gov.cn/";
const notice = (year: number): string =>
  `广西壮族自治区人民政府办公厅关于${year}年“壮族三月三”放假的通知`;

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
          title: notice(2017),
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
          title: notice(2018),
          published: "2018-03-19",
          address: ADDRESS,
          off: [["壮族三月三", "2018-04-18", "2018-04-20"]],
          makeUp: [["壮族三月三", "2018-04-15"]],
        },
      ],
    },
    {
      year: 2019,
      notices: [
        {
          title: notice(2019),
          published: "2019-04-04",
          address: ADDRESS,
          off: [["壮族三月三", "2019-04-04", "2019-04-08"]],
          makeUp: [],
        },
      ],
    },
    {
      year: 2021,
      notices: [
        {
          title: notice(2021),
          published: "2021-04-14",
          address: ADDRESS,
          off: [["壮族三月三", "2021-04-14", "2021-04-16"]],
          makeUp: [["壮族三月三", "2021-04-18"]],
        },
      ],
    },
    {
      year: 2022,
      notices: [
        {
          title: notice(2022),
          published: "2022-04-02",
          address: ADDRESS,
          off: [["壮族三月三", "2022-04-02", "2022-04-06"]],
          makeUp: [],
        },
      ],
    },
    {
      year: 2023,
      notices: [
        {
          title: notice(2023),
          published: "2023-03-14",
          address: ADDRESS,
          off: [["壮族三月三", "2023-04-21", "2023-04-23"]],
          makeUp: [],
        },
      ],
    },
    {
      year: 2024,
      notices: [
        {
          title: notice(2024),
          published: "2024-03-22",
          address: ADDRESS,
          off: [["壮族三月三", "2024-04-11", "2024-04-12"]],
          makeUp: [],
        },
      ],
    },
    {
      year: 2025,
      notices: [
        {
          title: notice(2025),
          published: "2025-03-31",
          address: ADDRESS,
          off: [["壮族三月三", "2025-03-31", "2025-04-01"]],
          makeUp: [],
        },
      ],
    },
    {
      year: 2026,
      notices: [
        {
          title: "广西壮族自治区人民政府办公厅关于2026年“广西三月三”放假的通知",
          published: "2026-03-04",
          address: ADDRESS,
          off: [["广西三月三", "2026-04-17", "2026-04-20"]],
          makeUp: [],
        },
      ],
    },
  ],
};
