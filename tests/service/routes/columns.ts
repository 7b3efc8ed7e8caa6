/**
 * Every name under which an answer may tell something, by who may see it. A new one fails the test until it stands in one of these lists: somebody
 * has then thought of who may see it.
 */

/** What a portal shows of a case, what was computed of it, and how this service is set up: whoever may call the route. */
export const GENERAL =
  "accepted acceptedAt act actText activeIn acts after amount approved area article asOf at auditMonths basis " +
  "batches before boundary brokenDevices browsers bucket by calendar cap case caseKeyHash caseKind cases category cells changed " +
  "changes channel chart choices chosenAt chosenBy clauses clockOffsetMs clockWrong clocks closed closedAt " +
  "columns compared concept conflicts content contradictions counted coverage createdAt current curves date dates " +
  "decision decisions declared declaredDue deemedAcceptedAt default definition deliveredAt delivery denominator " +
  "department depth detail deviceId devices done due earlier earliest empty en endOfDay ended enrolledAt " +
  "enteredAt entries expiresAt exportedAt facets facts faults feedback field file files filters finishedAt first firstAt " +
  "firstLookAt firstSeenAt for format fresh from gaps generatedAt granularity ground group guide guideReadAt hash head header " +
  "headers highWater host hours id idleMinutes immediate imported importedAt importedBy imports index item " +
  "itemCode job joint jointProlong judged key kind known language lastAt lastBroken lastGood lastLookAt lastSeenAt " +
  "lastUsedAt latest law left leftAt level levels limit limitFrom limits line lines look looks made makeUp mask matches " +
  "message missing months moved n name neverLate next none notes notice notices now numerator object observations of " +
  "off offeredAt offeredBy offers officeHours open overdue overdueFlag overlap overlays own page pageSize pages " +
  "params parent part password path pauses percent person pointer points policy portal portals program " +
  "projectCode prolong prolonged promised promisedLimit proof published range read readAt reader ready reason receivedAt " +
  "records refused regime regimes remaining renamed replaced reports revision revokedAt role rolls rows said same " +
  "sameDay samples satisfied says season seen seenOf seq series service sessionHours settings severity shown " +
  "sightings signedOut signs silentDays since source start startDayCounts startedAt state status statuses " +
  "statutory statutoryDue statutoryLimit step stepDue stepEnteredAt stepLimit steps stops stopsStatute " +
  "submittedAt supervised suppliedAt table timeline times title to tokens tolerance total type unidentified unit " +
  "units unnamed unreadable unreadableLooks unseenDays until user users value values verdict verifiedOn version " +
  "versions view views waiting warn warnShort way weekdays why wireVersion with words workdays written year years " +
  "zh zh-CN zone";

/** Of a case, by role and by whether it was raised: `COLUMNS` of `service/access/columns.ts` says which, `people.test.ts` of that folder shows it. */
export const OF_RAISED_CASES = "device escalation number numberStated";

/** Of an account and of acts: its owner, the security administrator, and the auditor in the record of acts. */
export const OF_PEOPLE =
  "agent hasPassword login owesSecondFactor recoveryCodesLeft secondFactor secondFactorOwed sessions sso who";

/** Shown once to whoever made or owns it, or where from an act came; some names tell something harmless elsewhere, too. */
export const SHOWN_ONCE =
  "address caseKeyLinks caseKeySecret code codes link sealed secret text token uri";

/** No answer has a place for these. */
export const PERSONAL = /applicant|phone|mobile|idcard|idnumber|identity|birth|bank/i;
