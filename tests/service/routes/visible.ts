/**
 * What each route tells to whom, written down: `unit{id name}` is a column and what lies in it, `*` stands for keys that are data. It is
 * compared with the answers of a service in which everything is there; what is empty or masked for somebody is not told to them. Letters as in
 * `matrix.ts`; a column under more letters than before, or a new one, is to be thought about before it is written here
 * (`SHIXIAN_WRITE_COLUMNS=FILE` writes what was seen).
 */
export const VISIBLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "get /metrics": {},
  "get /v1/me": {
    "D T R Y S E A V W O": "id owesSecondFactor person role unit{id name path}",
    "S E A V W O": "name",
    W: "expiresAt",
  },
  "get /v1/account": {
    "S E A V W O":
      "hasPassword login name recoveryCodesLeft role secondFactor secondFactorOwed sessions{address agent createdAt current expiresAt id lastAt way} sso unit{id name path}",
    W: "until",
  },
  "post /v1/account/totp": {
    "S E A V W O": "sealed secret uri",
  },
  "get /v1/users": {
    E: "settings{auditMonths idleMinutes secondFactor sessionHours} users{createdAt hasPassword id lastSeenAt login name role secondFactor sessions state unit{id name path} until}",
  },
  "post /v1/users": {
    E: "link{address expiresAt} user{createdAt hasPassword id login name role secondFactor sessions state unit{id name path}}",
  },
  "post /v1/users/:id": {
    E: "createdAt hasPassword id login name role secondFactor sessions state unit{id name path} until",
  },
  "post /v1/users/:id/link": {
    E: "address expiresAt",
  },
  "get /v1/tokens": {
    E: "reports{id title} tokens{createdAt expiresAt id lastUsedAt name reports role state unit{id name path}}",
  },
  "post /v1/tokens": {
    E: "text token{createdAt expiresAt id name role state unit{id name path}}",
  },
  "post /v1/settings": {
    E: "auditMonths idleMinutes secondFactor sessionHours",
  },
  "get /v1/audit": {
    A: "acts{act text} entries{act actText at detail{*} id object who{id kind name role unit}} head{hash id} months page pages total",
  },
  "get /v1/units": {
    "T R Y S E A V W O": "units{depth devices id lastSeenAt name parent path}",
  },
  "post /v1/units": {
    "Y S": "id name path",
  },
  "post /v1/units/:id": {
    "Y S": "id name path",
  },
  "get /v1/units/history": {
    "T Y S A": "changes{at before{name parent} by name parent unit}",
  },
  "post /v1/enrolments": {
    "Y S V O": "code expiresAt unit{id name path}",
  },
  "get /v1/devices": {
    "Y S V O":
      "devices{clockOffsetMs clockWrong conflicts enrolledAt id lastSeenAt missing name refused signs silentDays unit{id name path}}",
    "Y S": "devices{revokedAt}",
  },
  "post /v1/devices/:id": {
    "Y S V O": "done",
  },
  "post /v1/observations": {
    D: "accepted gaps highWater known refused{*}",
  },
  "get /v1/case-keys": {},
  "get /v1/own-observations": {
    "D V O":
      "browsers observations{at device facts{acceptedAt caseKind channel closedAt deliveredAt department due item itemCode pauses{from ground to} promisedLimit{amount unit} receivedAt remaining{amount unit} status{kind text} statutoryLimit{amount unit} step steps{department enteredAt leftAt name} submittedAt} lastAt mask receivedAt seq times} page pages total",
  },
  "get /v1/reports": {
    "T R A V W": "reports{columns{definition key of{*} title type} definition group id title}",
    "T A V W": "reports{columns{unit} params{*}}",
  },
  "get /v1/reports/:id": {
    "T R A V W":
      "asOf chart{category kind series} columns{definition key of{*} title type} coverage{cases devices firstLookAt lastLookAt looks seenOf{portal seen total view} unidentified unreadableLooks} definition filters{*} generatedAt id language n notes rows{cells{*} empty{*} key open{*}} title total{cells{*} empty{*} key open{*}} versions{calendar program regime}",
    "T A V W":
      "columns{compared{key part} unit} compared{from looks n to with} curves{key n name points unit}",
  },
  "get /v1/cases": {
    "T A V W":
      "asOf cases{acceptedAt bucket closedAt contradictions declaredDue department firstSeenAt item key lastSeenAt mask observations portal startedAt status{kind text} step units{id name path} unreadable unseenDays verdict{basis calendar due kind left{amount unit} regime why}} facets{bucket{n value} department{n value} item{n value} step{n value} verdict{n value}} generatedAt page pageSize pages total versions{calendar program regime}",
  },
  "get /v1/event-logs": {},
  "get /v1/cases/:key": {
    "T A V W":
      "asOf case{acceptedAt bucket closedAt contradictions declaredDue department firstSeenAt item key lastSeenAt mask observations portal startedAt status{kind text} step units{id name path} unreadable unseenDays verdict{basis calendar due kind left{amount unit} regime why}} clocks{due ended limit{amount unit} name source start state} generatedAt proof{clauses due lines{counted date kind text}} sightings{at facts{acceptedAt caseKind channel closedAt deliveredAt department due item itemCode pauses{from ground to} promisedLimit{amount unit} receivedAt remaining{amount unit} status{kind text} statutoryLimit{amount unit} step steps{department enteredAt leftAt name} submittedAt} lastAt look{cases coverage{page pages shown total} kind portal reader seq unidentified unreadable{field why} view} receivedAt times unit{id name path} unreadable{field why}} timeline{acceptedAt caseKind closedAt declared{due remaining{amount unit}} deliveredAt department item itemCode limits{promised{amount unit} statutory{amount unit}} pauses{from ground to} receivedAt steps{department enteredAt leftAt name} submittedAt unreadable{field why}} versions{calendar program regime} why",
    V: "sightings{device}",
  },
  "get /v1/cases/:key raised": {
    "T A V W":
      "asOf case{acceptedAt bucket contradictions declaredDue department firstSeenAt item key lastSeenAt mask observations portal startedAt status{kind text} step units{id name path} unreadable unseenDays verdict{basis calendar due kind left{amount unit} regime why}} clocks{due ended level limit{amount unit} name source start state} generatedAt proof{clauses due lines{counted date kind text}} sightings{at facts{acceptedAt caseKind channel department due item itemCode pauses{from ground to} promisedLimit{amount unit} receivedAt remaining{amount unit} status{kind text} statutoryLimit{amount unit} step steps{department enteredAt leftAt name} submittedAt} lastAt look{cases coverage{page pages shown total} kind portal reader seq unidentified unreadable{field why} view} receivedAt times unit{id name path}} timeline{acceptedAt caseKind declared{due remaining{amount unit}} department item itemCode limits{promised{amount unit} statutory{amount unit}} pauses{from ground to} receivedAt steps{department enteredAt leftAt name} submittedAt} versions{calendar program regime} why",
    "A V": "escalation{at by numberStated reason} sightings{device}",
  },
  "post /v1/cases/lookup": {
    "A V": "key mask",
  },
  "post /v1/cases/:key/escalation": {
    A: "done",
  },
  "post /v1/cases/:key/number": {
    V: "done",
  },
  "get /v1/cases/:key/number": {
    A: "number",
  },
  "get /v1/calendar": {
    "D T R Y S E A V W O": "calendar regime{*}",
  },
  "get /v1/calendar/changes": {
    "T A V W":
      "asOf before{calendar regime} changed{closed open} file files{id importedAt importedBy kind name} generatedAt judged versions{calendar program regime}",
  },
  "get /v1/jobs/:id": {
    "T Y S A V W": "asOf done file finishedAt id state total",
    "T A V W": "changed{closed open}",
  },
  "get /v1/rules": {
    "T Y S A V W":
      "choices{chosenAt chosenBy regime unit{id name path}} files{id importedAt importedBy kind name replaced} imports now{calendar from regime to} overlays{content{*}} regimes{content{*} imported{file importedAt importedBy versions}} years{content{*}}",
  },
  "post /v1/rules/check": {
    "Y S": "faults{message path} file{*} regime{*}",
  },
  "post /v1/rules/files": {
    "Y S": "calendar fresh id job kind name",
  },
  "post /v1/rules/choices": {
    "Y S": "regime unit{id name path}",
  },
  "get /v1/portals": {
    "T Y S A V W":
      "generatedAt portals{brokenDevices devices firstLookAt lastGood{at cases kind reader total} lastLookAt looks portal state view} since",
  },
  "get /v1/portal-files": {
    "D T Y S E A V W O": "files{acceptedAt file{*} revision unit{id name path}}",
  },
  "post /v1/portal-files": {
    "D Y S V": "known revision state",
  },
  "get /v1/portal-files/offers": {
    "T Y S A V":
      "offers{activeIn{id name path} decisions{at by{id name} decision unit{id name path}} file{*} name offeredAt offeredBy{id} revision state unit{id name path}}",
  },
  "post /v1/portal-files/decisions": {
    "Y S V":
      "activeIn{id name path} decisions{at by{id name} decision unit{id name path}} file{*} name offeredAt offeredBy{id} revision state unit{id name path}",
  },
};

/** Answered with `done`, with a file, or with what another route tells too; who may call them is in `matrix.ts`. */
export const NOT_ASKED: readonly string[] = [
  "post /v1/account/password",
  "post /v1/account/totp/confirm",
  "post /v1/account/totp/remove",
  "delete /v1/account/sessions",
  "delete /v1/account/sessions/:id",
  "delete /v1/users/:id/sessions",
  "delete /v1/tokens/:id",
  "post /v1/units/import",
  "delete /v1/devices/:id",
  "post /v1/imports/plan",
  "post /v1/imports",
  "post /v1/jobs",
];
