import type { Bucket } from "#shared/limit/bucket.ts";
import type { VerdictKind } from "#shared/limit/verdict.ts";
import type { Day } from "#shared/time/day.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type Moment, dayOfMoment, momentOf } from "#shared/time/moment.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import { isOpen, limitPassed, startedAt } from "../reports/population.ts";
import { naturalDays, workingDays } from "../reports/working-time.ts";
import type { CaseView } from "./case-view.ts";
import { packMoment } from "./packed-moment.ts";
import { type State, stateOf } from "./state.ts";
import { staysOf } from "./stay-bounds.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** A whole case as reports read it. */
export class JudgedView implements CaseView {
  readonly id: number;
  readonly whole: JudgedCase;
  readonly asOf: number;
  #traits: Traits | undefined;
  #state: State | undefined;

  constructor(id: number, whole: JudgedCase, asOf: number) {
    this.id = id;
    this.whole = whole;
    this.asOf = asOf;
  }
  get key(): string {
    return this.whole.key;
  }
  get portal(): string {
    return this.whole.portal;
  }
  get department(): string {
    return this.whole.timeline.department ?? "";
  }
  get item(): string {
    return this.whole.timeline.item ?? "";
  }
  get step(): string {
    return this.whole.timeline.step ?? "";
  }
  get startedDay(): Day {
    return dayOfMoment(startedAt(this.whole.timeline));
  }
  get startedOrder(): number {
    return packMoment(startedAt(this.whole.timeline));
  }
  get closedDay(): Day | undefined {
    const { closedAt } = this.whole.timeline;
    return closedAt === undefined ? undefined : dayOfMoment(closedAt);
  }
  get dueDay(): Day | undefined {
    const { due } = this.whole.verdict;
    return due === null ? undefined : dayOfMoment(due);
  }
  get filedDay(): Day | undefined {
    const { receivedAt, submittedAt } = this.whole.timeline;
    return dayIf(receivedAt ?? submittedAt);
  }
  get acceptedDay(): Day | undefined {
    return dayIf(this.whole.timeline.acceptedAt);
  }
  get deliveredDay(): Day | undefined {
    return dayIf(this.whole.timeline.deliveredAt);
  }
  get project(): string {
    return this.whole.timeline.projectCode ?? "";
  }
  get units(): readonly number[] {
    return this.whole.units;
  }
  get firstSeenAt(): number {
    return this.whole.timeline.firstSeenAt;
  }
  get lastSeenAt(): number {
    return this.whole.timeline.lastSeenAt;
  }
  get open(): boolean {
    return isOpen(this.whole.timeline);
  }
  get verdict(): VerdictKind {
    return this.whole.verdict.kind;
  }
  get bucket(): Bucket {
    return this.whole.bucket;
  }
  get passed(): boolean | undefined {
    return limitPassed(this.whole.verdict, this.asOf);
  }
  get age(): number | undefined {
    const { timeline, calendar } = this.whole;
    const today = momentOf(this.asOf as Instant, undefined, "day");
    return workingDays(startedAt(timeline), today, calendar);
  }
  get waited(): number {
    const now = momentOf(this.asOf as Instant, undefined, "minute");
    return naturalDays(startedAt(this.whole.timeline), now);
  }
  entered(step: string | undefined, department?: string): boolean {
    return staysOf(this.whole.timeline).some(
      ({ name, looked, department: own = "" }) =>
        (step === undefined || name === step) &&
        (department === undefined ||
          (!looked && (own === "" ? this.department : own) === department)),
    );
  }
  get traits(): Traits {
    return (this.#traits ??= traitsOf(this.whole.timeline));
  }
  get state(): State {
    const { timeline, verdict, regime, calendar } = this.whole;
    return (this.#state ??= stateOf(timeline, verdict, {
      regime,
      calendar,
      at: this.asOf as Instant,
    }));
  }
}

const dayIf = (moment: Moment | undefined): Day | undefined =>
  moment === undefined ? undefined : dayOfMoment(moment);
