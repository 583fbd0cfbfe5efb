"""What can happen on an invented docket and the words a clerk, a lawyer or a judge has for it.

One row an act. `says` are equally likely wordings. In a wording `{ref_ACT}` names the last entry of that act as this
court's clerks refer to entries; the other slots are filled by `clerk.Slots`. Part after " || " follows the
filer's name. Everything here is written for this project.
"""
from typing import Literal, NamedTuple

Form = Literal["filing", "order", "minutes", "note", "appellate"]
By = Literal["petitioner", "government", "joint", "court"]


class Owed(NamedTuple):
    """Something an order makes due: the slot that prints the day, what it is, and in how many days (low, high)."""

    slot: str
    what: str
    low: int
    high: int


class Act(NamedTuple):
    """One kind of docket entry.

    `short` is the title RSS gives it; `rulings` what it decides: (verb, act) pairs, each left out where that act is not
    on the docket; `hears` names the hearing it sets, held at the docket's next "held" step or `in_days` later.
    `trap`: it quotes a motion or an order that it does not decide. `restricted`: the document is not public.
    """

    key: str
    form: Form
    short: str
    says: tuple[str, ...]
    titles: tuple[str, ...] = ("ORDER",)
    rulings: tuple[tuple[str, str], ...] = ()
    by: By = "court"
    attachments: tuple[str, ...] = ()
    text: bool = False
    owes: tuple[Owed, ...] = ()
    hears: str = ""
    in_days: tuple[int, int] = (9, 20)
    trap: bool = False
    restricted: bool = False
    magistrate: bool = False


VERBS: dict[str, tuple[str, str]] = {
    "grant": ("granting {}", "{} is GRANTED"),
    "grant_conditionally": ("conditionally granting {}", "{} is CONDITIONALLY GRANTED"),
    "grant_part": ("granting in part and denying in part {}", "{} is GRANTED IN PART and DENIED IN PART"),
    "deny": ("denying {}", "{} is DENIED"),
    "moot": ("denying as moot {}", "{} is DENIED AS MOOT"),
    "dismiss": ("dismissing without prejudice {}", "{} is DISMISSED WITHOUT PREJUDICE"),
    "dismiss_moot": ("dismissing as moot {}", "{} is DISMISSED AS MOOT"),
    "adopt": ("adopting {}", "{} is ADOPTED"),
    "reject": ("declining to adopt {}", "the Court DECLINES TO ADOPT {}"),
}


def _rulings(text: str) -> tuple[tuple[str, str], ...]:
    """ "grant petition; moot tro" -> (("grant", "petition"), ("moot", "tro"))."""
    return tuple((verb, act) for verb, act in (part.split() for part in text.split(";") if part.strip()))


def _filing(
    key: str, short: str, by: By, *says: str, attachments: str = "", trap: bool = False, restricted: bool = False
) -> Act:
    """A paper filed by a party; `attachments` separated by bars."""
    listed = tuple(attachments.split("|")) if attachments else ()
    return Act(key, "filing", short, says, by=by, attachments=listed, trap=trap, restricted=restricted)


def _order(
    key: str,
    short: str,
    *says: str,
    title: str = "ORDER",
    rulings: str = "",
    text: bool = False,
    owes: tuple[Owed, ...] = (),
    hears: str = "",
    in_days: tuple[int, int] = (9, 20),
    trap: bool = False,
    magistrate: bool = False,
) -> Act:
    """An order; `title` may hold several, separated by bars. Its `says` follow the rulings."""
    return Act(
        key, "order", short, says, tuple(title.split("|")), _rulings(rulings),
        text=text, owes=owes, hears=hears, in_days=in_days, trap=trap, magistrate=magistrate,
    )  # fmt: skip


def _note(key: str, short: str, *says: str, trap: bool = False, restricted: bool = False) -> Act:
    """The clerk's own entry, as it stands."""
    return Act(key, "note", short, says, trap=trap, restricted=restricted)


def _minutes(key: str, short: str, *says: str) -> Act:
    return Act(key, "minutes", short, says)


def _appellate(key: str, *says: str, hears: str = "", in_days: tuple[int, int] = (20, 40), trap: bool = False) -> Act:
    """An entry of a court of appeals or of the Supreme Court."""
    return Act(key, "appellate", "", says, hears=hears, in_days=in_days, trap=trap)


_RELEASE = Owed("due", "release", 1, 4)
_HEARING = Owed("due", "bond hearing", 6, 10)
_REPORT = Owed("due2", "status report", 2, 3)

_OPENING = (
    _filing(
        "petition", "Petition for Writ of Habeas Corpus", "petitioner",
        "PETITION for Writ of Habeas Corpus pursuant to 28 U.S.C. 2241 (Filing fee $ 5, receipt number {receipt})",
        "PETITION for Writ of Habeas Corpus ( Filing and Admin fee $ 5 receipt number {receipt})",
        "Verified PETITION for Writ of Habeas Corpus against {them_named} (Filing fee: $ 5.00, receipt number "
        "{receipt})",
        "EMERGENCY PETITION for Writ of Habeas Corpus under 28 U.S.C. § 2241, Fee paid, receipt {receipt}",
        attachments="Civil Cover Sheet|Exhibit A - Notice to Appear|Declaration of Counsel|Exhibit B - Form I-286",
    ),
    _filing(
        "petition_family", "Petition for Writ of Habeas Corpus", "petitioner",
        "PETITION for Writ of Habeas Corpus (Filing fee $ 5, receipt number {receipt})",
        "PETITION for Writ of Habeas Corpus and request for order to show cause (Fee $ 5, receipt number {receipt})",
        attachments="Declaration of {relative} (cousin of Petitioner)|Civil Cover Sheet|Exhibit B - Medical records",
    ),
    _filing(
        "tro", "Motion for TRO", "petitioner",
        "MOTION for Temporary Restraining Order",
        "EMERGENCY MOTION for Temporary Restraining Order",
        "Ex Parte MOTION for Temporary Restraining Order and Order to Show Cause",
        attachments="Proposed Order granting temporary restraining order|Memorandum in Support",
    ),
    _filing(
        "pi", "Motion for Preliminary Injunction", "petitioner",
        "MOTION for Preliminary Injunction",
        "MOTION for Preliminary Injunction and expedited hearing",
        attachments="Memorandum in Support|Exhibit 1|Text of Proposed Order",
    ),
    _filing(
        "stay_removal_motion", "Motion to Stay Removal", "petitioner",
        "MOTION to Stay Removal",
        "Emergency MOTION to Stay Removal pending decision of the petition",
    ),
    _note(
        "assign", "Case Assigned/Reassigned",
        "Case assigned to {judge_full}.",
        "CASE OPENING NOTICE: the above action is assigned to {judge_full}.",
        "NOTICE of Initial Case Assignment to {judge_full}; {magistrate_full} is designated for referred matters. "
        "({abc})",
    ),
    _note(
        "general_order", "General Order",
        "GENERAL ORDER on petitions under 28 U.S.C. 2241 by persons in immigration detention, docketed in each such "
        "case: service on the United States Attorney by the Clerk. ({abc})",
        "STANDING ORDER on remote access to immigration filings, Fed. R. Civ. P. 5.2(c). ({abc})",
    ),
    _note(
        "standing_bar", "General Order",
        "STANDING ORDER entered automatically in habeas petitions of alien detainees: Respondents shall not remove "
        "Petitioner from the United States until 4:00 p.m. on the second business day after the petition was filed. "
        "({abc})",
    ),
    _filing(
        "complaint", "Complaint", "petitioner",
        "COMPLAINT for declaratory and injunctive relief challenging {policy} against {them_named} (Filing fee $ "
        "405, receipt number {receipt})",
        "COMPLAINT against {them_named} concerning {policy} ( Filing fee $ 405 receipt number {receipt})",
        attachments="Civil Cover Sheet|Summons|Exhibit 1|Exhibit 2",
    ),
    _filing(
        "class_complaint", "Complaint", "petitioner",
        "CLASS ACTION COMPLAINT challenging {policy} against {them_named} (Filing fee $ 405, receipt number "
        "{receipt})",
        "COMPLAINT on behalf of a putative class concerning {policy} against {them_named} ( Filing fee $ 405 "
        "receipt number {receipt})",
        attachments="Civil Cover Sheet|Summons|Exhibit A",
    ),
    _filing(
        "amended", "Amended Complaint", "petitioner",
        "FIRST AMENDED COMPLAINT against {them_named}",
        "AMENDED COMPLAINT adding plaintiffs",
        attachments="Redline",
    ),
    _filing(
        "removal_notice", "Notice of Removal", "government",
        "NOTICE OF REMOVAL from the Circuit Court of {county}, case number 2025-CH-{four} (Filing fee $ 405)",
        attachments="State court complaint|Docket sheet of the state court",
    ),
)  # fmt: skip

_MIDDLE = (
    _order(
        "osc", "Order to Show Cause",
        "Respondents shall answer the petition by {due}; any reply is due three days later.",
        "Respondents are directed to show cause by {due} why the petition should not be granted.",
        "A response to the {ref_petition} is due no later than {due_time}. See order.",
        title="ORDER TO SHOW CAUSE", text=True, owes=(Owed("due", "", 3, 7),),
    ),
    _order(
        "osc_bar", "Order to Show Cause",
        "Respondents shall answer by {due}. Petitioner shall not be transferred out of the {district} or removed "
        "from the United States until the Court orders otherwise.",
        "Response due {due}. Pending further order Respondents may not move Petitioner outside the {district}.",
        title="ORDER TO SHOW CAUSE", text=True, owes=(Owed("due", "", 3, 7),),
    ),
    _order(
        "no_transfer", "Order",
        "To preserve its jurisdiction the Court orders that Petitioner not be removed from the United States or "
        "transferred out of the {district} while the petition is pending.",
        "Respondents and those acting with them shall NOT transfer Petitioner outside {state}, nor remove "
        "Petitioner, pending further order of this Court.",
        "Respondents shall give the Court seventy-two hours' written notice before any transfer of Petitioner out "
        "of the {district}.",
        text=True,
    ),
    _order(
        "stay_removal", "Order on Motion to Stay Removal",
        "Petitioner's removal from the United States is STAYED until the petition is decided.",
        "Removal is stayed pending further order.",
        rulings="grant stay_removal_motion",
    ),
    _filing(
        "response", "Response to Habeas Petition", "government",
        "RESPONSE to {ref_petition}",
        "RETURN and Memorandum in Opposition re {ref_petition} (A {a_number})",
        "RESPONSE IN OPPOSITION to {ref_petition}",
        "ANSWER to {ref_petition}",
        attachments="Declaration of Deportation Officer|Form I-213|Exhibit 1",
    ),
    _filing(
        "reply", "Reply to Response", "petitioner",
        "REPLY to {ref_response}",
        "TRAVERSE re {ref_response}",
        "REPLY in support of {ref_petition}",
        "REPLY to {ref_response} with declaration of {relative} (spouse of Petitioner)",
    ),
    _filing(
        "opposition", "Response in Opposition to Motion", "government",
        "RESPONSE in Opposition re {ref_motion}",
        "Memorandum in opposition to re {ref_motion}",
        "OPPOSITION to {ref_motion}",
        attachments="Declaration|Exhibit 1", trap=True,
    ),
    _filing(
        "opposition_pet", "Response in Opposition to Motion", "petitioner",
        "RESPONSE in Opposition to {ref_gov_motion}",
        "MEMORANDUM in Opposition re {ref_gov_motion}",
        trap=True,
    ),
    _filing(
        "reply_motion", "Reply to Response to Motion", "petitioner",
        "REPLY in Support of {ref_motion}",
        "REPLY to opposition to motion re {ref_motion}",
        trap=True,
    ),
    _order(
        "set_hearing", "Order Setting Hearing",
        "Hearing on the {ref_petition} is set for {hearing} before {judge_full}.",
        "The Court will hear argument on {ref_petition} on {hearing}. Petitioner may appear by video.",
        text=True, hears="hearing on the petition",
    ),
    _order(
        "set_pi_hearing", "Set/Reset Hearings",
        "Hearing on {ref_pi} is set for {hearing} before {judge_full}.",
        "Motion hearing on {ref_pi} SET for {hearing}.",
        title="ORDER|NOTICE OF HEARING", text=True, hears="hearing on motion for preliminary injunction",
    ),
    _order(
        "vacate_hearing", "Set/Reset Hearings",
        "The hearing set for {hearing} is VACATED; the matter will be decided on the papers.",
        "The hearing noticed for {hearing} is taken off calendar.",
        text=True,
    ),
    _minutes(
        "held", "Motion Hearing",
        "Motion hearing held on {date}. Arguments heard; matter taken under advisement. (Court Reporter {reporter}.)",
        "Hearing on the pending motion held on {date}. Order to follow. Court Reporter: {reporter}.",
    ),
    _order(
        "reassign", "Order Reassigning Case",
        "This case is reassigned to {judge_full} for all further proceedings.",
        title="ORDER REASSIGNING CASE",
    ),
    _order(
        "randr", "Report and Recommendation",
        "It is recommended that {ref_petition} be GRANTED so far as it seeks a hearing on bond. Objections "
        "due by {due}.",
        "The undersigned recommends granting {ref_petition}. Any objections shall be filed within fourteen days.",
        title="REPORT AND RECOMMENDATION", owes=(Owed("due", "", 14, 14),), trap=True, magistrate=True,
    ),
    _order(
        "randr_deny", "Report and Recommendation",
        "RECOMMENDING that {ref_petition} be DENIED. Objections due by {due}.",
        "It is the recommendation of the undersigned that {ref_petition} be denied. Objections due {due}.",
        title="REPORT AND RECOMMENDATION", owes=(Owed("due", "", 14, 14),), trap=True, magistrate=True,
    ),
    _filing(
        "objections", "Objection to Report and Recommendation", "government",
        "OBJECTION to {ref_randr}",
        "OBJECTIONS to {ref_randr}",
        trap=True,
    ),
    _filing(
        "objections_pet", "Objection to Report and Recommendation", "petitioner",
        "OBJECTIONS to {ref_randr_deny}",
        trap=True,
    ),
    _order(
        "stay_case", "Order on Motion to Stay",
        "This action is STAYED pending the decision of the {circuit} in {other_case}. The parties shall report "
        "within seven days of that decision.",
        "Proceedings are held in abeyance until the {circuit} decides {other_case}; all deadlines are vacated.",
        rulings="grant stay_case_motion", text=True,
    ),
    _filing(
        "stay_case_motion", "Motion to Stay", "government",
        "MOTION to Stay Case pending appeal in {other_case}",
        "MOTION to Hold Case in Abeyance",
    ),
    _filing(
        "moved_notice", "Notice (Other)", "government",
        "NOTICE of Transfer of Petitioner || Petitioner was moved to the {other_facility} on {date}.",
        "NOTICE to the Court || On {date} Petitioner was transferred to the {other_facility}, outside this District.",
    ),
    _note(
        "sealed_filing", "Sealed Document",
        "SEALED DOCUMENT by {them_short}. ({sign_gov})",
        "(Restricted) SEALED RESPONSE by {them_short}. ({sign_gov})",
        restricted=True,
    ),
    _note(
        "sealed_order", "Sealed Order",
        "SEALED ORDER. Signed by {judge_full} on {date}. ({abc_low})",
        "SEALED OPINION AND ORDER. Access restricted to court users and case participants. ({abc_low})",
        restricted=True,
    ),
    _note(
        "sealed_petition", "Petition for Writ of Habeas Corpus",
        "SEALED PETITION for Writ of Habeas Corpus filed by {petitioner}. ({sign_pet})",
        restricted=True,
    ),
    _note(
        "restricted_notice", "Notice (Other)",
        "NOTICE (RESTRICTED, Fed. R. Civ. P. 5.2(c)) by {them_short} re {ref_grant_release}. ({sign_gov})",
        restricted=True,
    ),
)  # fmt: skip

_RULINGS = (
    _order(
        "grant_release", "Order on Petition for Writ of Habeas Corpus",
        "Respondents shall release Petitioner from custody by {due} and file a status report by {due2}.",
        "Respondents are ORDERED to release {formal} no later than {due_time}, and shall certify compliance by "
        "{due2}.",
        "{formal} shall be released on or before {due}. A notice of compliance is due {due2}.",
        title="ORDER|MEMORANDUM OPINION AND ORDER|OPINION AND ORDER", rulings="grant petition; moot tro",
        owes=(_RELEASE, _REPORT),
    ),
    _order(
        "grant_hearing", "Order on Petition for Writ of Habeas Corpus",
        "Respondents shall provide Petitioner a bond hearing under 8 U.S.C. § 1226(a) by {due} and report its "
        "outcome by {due2}.",
        "A bond hearing before an immigration judge, at which the government bears the burden, shall be held on or "
        "before {due}. Status report due {due2}.",
        "Respondents must afford {formal} an individualized bond hearing no later than {due} and file a notice of "
        "its result by {due2}.",
        title="ORDER|MEMORANDUM AND ORDER|OPINION AND ORDER", rulings="grant petition; moot tro",
        owes=(_HEARING, _REPORT),
    ),
    _order(
        "grant_conditional", "Order on Petition for Writ of Habeas Corpus",
        "Respondents shall hold a bond hearing by {due} or, failing that, release Petitioner. Status report due "
        "{due2}.",
        "Unless Petitioner receives a bond hearing on or before {due}, Respondents shall release Petitioner. A "
        "report is due {due2}.",
        rulings="grant_conditionally petition", owes=(_HEARING, _REPORT),
    ),
    _order(
        "grant_part", "Order on Petition for Writ of Habeas Corpus",
        "Respondents shall provide a bond hearing by {due} and a status report by {due2}. The request for immediate "
        "release is denied.",
        "The petition succeeds so far as it asks for a bond hearing, to be held by {due}; in all else it fails. "
        "Report due {due2}.",
        rulings="grant_part petition", owes=(_HEARING, _REPORT),
    ),
    _order(
        "deny", "Order on Petition for Writ of Habeas Corpus",
        "Petitioner is detained under 8 U.S.C. § 1225(b)(2)(A), which allows no bond hearing. Judgment to follow.",
        "For the reasons stated in the memorandum the writ will not issue.",
        "The claim of prolonged detention is not ripe.",
        title="ORDER|MEMORANDUM OPINION AND ORDER", rulings="deny petition; moot tro",
    ),
    _filing(
        "gov_sj", "Motion for Summary Judgment", "government",
        "MOTION for Summary Judgment and return",
        "RETURN and MOTION for Summary Judgment",
        attachments="Exhibit 1|Proposed Order",
    ),
    _order(
        "deny_on_sj", "Order on Motion for Summary Judgment",
        "The petition for a writ of habeas corpus is DENIED.",
        "The petition is therefore denied with prejudice.",
        title="MEMORANDUM OPINION AND ORDER", rulings="grant gov_sj",
    ),
    _filing(
        "suggest_moot", "Suggestion of Mootness", "government",
        "SUGGESTION OF MOOTNESS || Petitioner was released on {date_before}.",
        "NOTICE of Petitioner's release and MOTION to Dismiss as moot || Petitioner is no longer in custody as of "
        "{date_before}.",
    ),
    _order(
        "dismiss_released", "Order Dismissing Case",
        "Petitioner has been released and nothing remains to be decided. The Clerk shall close this case.",
        "Petitioner having been released from detention, the case is closed.",
        rulings="dismiss_moot petition; moot tro", title="ORDER|ORDER OF DISMISSAL",
    ),
    _filing(
        "suggest_removed", "Suggestion of Mootness", "government",
        "MOTION to Dismiss as Moot || Petitioner, A {a_number}, was removed to {country} on {date_before}.",
        "STATUS REPORT and Suggestion of Mootness || Petitioner was removed from the United States on {date_before}.",
    ),
    _order(
        "dismiss_removed", "Order Dismissing Case",
        "Petitioner has been removed to {country} and the Court can give no relief. The Clerk shall close the case.",
        "The petition is moot because Petitioner was removed from the United States. Case closed.",
        rulings="dismiss_moot petition; moot stay_removal_motion",
    ),
    _order(
        "dismiss_jurisdiction", "Order Dismissing Case",
        "The Court lacks subject-matter jurisdiction under 8 U.S.C. § 1252(g). The Clerk is directed to close the "
        "case.",
        "Review belongs to the court of appeals by petition for review; this Court is without jurisdiction.",
        rulings="dismiss petition",
    ),
    _order(
        "osc_dismiss", "Order to Show Cause",
        "Petitioner has not paid the filing fee. Petitioner shall show cause by {due} why this case should not be "
        "dismissed. Failure to respond may lead to dismissal.",
        title="ORDER TO SHOW CAUSE", owes=(Owed("due", "", 14, 14),), text=True, trap=True,
    ),
    _order(
        "dismiss_prosecution", "Order Dismissing Case",
        "No response having been made to the {ref_osc_dismiss}, the case is dismissed for failure to prosecute.",
        rulings="dismiss petition", title="ORDER OF DISMISSAL",
    ),
    _filing(
        "withdraw", "Notice of Voluntary Dismissal", "petitioner",
        "NOTICE of Voluntary Dismissal under Rule 41(a)(1)(A)(i)",
        "NOTICE of Voluntary Dismissal without prejudice",
    ),
    _note(
        "close", "Terminate Civil Case",
        "Civil Case Terminated. ({abc})",
        "Case closed by the Clerk. ({abc_low})",
    ),
    _order(
        "adopt_grant", "Order Adopting Report and Recommendation",
        "Objections are overruled. Respondents shall hold a bond hearing by {due} and file a status report by "
        "{due2}.",
        "Upon de novo review the Court agrees. A bond hearing shall take place on or before {due}; report due "
        "{due2}.",
        rulings="adopt randr; grant petition", owes=(_HEARING, _REPORT),
    ),
    _order(
        "reject_deny", "Order on Report and Recommendation",
        "The objections are SUSTAINED. The Clerk shall enter judgment.",
        "Having reviewed the matter de novo, the Court reads the statute otherwise.",
        rulings="reject randr; deny petition",
    ),
    _order(
        "adopt_deny", "Order Adopting Report and Recommendation",
        "The Clerk shall close the file.",
        "Objections overruled.",
        rulings="adopt randr_deny; deny petition",
    ),
    _order(
        "transfer", "Order Transferring Case",
        "Petitioner was held in the {destination} when the petition was filed. The case is TRANSFERRED to that "
        "court under 28 U.S.C. § 1631. The Clerk shall close this case.",
        "This action is hereby transferred to the United States District Court for the {destination}.",
        title="ORDER TRANSFERRING CASE",
    ),
    _note(
        "transferred_in", "Case Transferred In",
        "Case transferred in from District of {origin_name}; Case Number {origin_number}. Electronic file received.",
        "CASE TRANSFERRED IN from the {origin_name}, case number {origin_number}.",
    ),
    _filing(
        "reconsider_motion", "Motion for Reconsideration", "government",
        "MOTION for Reconsideration re {ref_grant_hearing}",
        trap=True,
    ),
    _order(
        "reconsider_deny", "Order on Motion for Reconsideration",
        "The earlier order is VACATED and the petition for a writ of habeas corpus is DENIED.",
        "On reconsideration the Court VACATES its order granting the petition. The petition is now DENIED.",
        rulings="grant reconsider_motion",
    ),
    _note(
        "judgment", "Judgment",
        "JUDGMENT in favor of {side} against {them}. ({abc})",
        "CLERK'S JUDGMENT in accordance with {ref_decision}. ({abc_low})",
        "FINAL JUDGMENT. ({abc_low})",
    ),
    _note(
        "judgment_against", "Judgment",
        "JUDGMENT in favor of {them} and against {side}. ({abc})",
        "FINAL JUDGMENT. Case terminated. ({abc_low})",
    ),
    _note(
        "filed_in_error", "Order",
        "***FILED IN ERROR*** ORDER granting Petition for Writ of Habeas Corpus. (Wrong case; docketed in "
        "{other_number}.) ({abc_low})",
        "ENTERED IN ERROR - DISREGARD. ORDER granting petition; belongs to {other_number}. Modified on {date} "
        "({abc_low}).",
        trap=True,
    ),
)  # fmt: skip

_INTERIM = (
    _order(
        "tro_release", "Order on Motion for TRO",
        "Respondents shall release Petitioner at once and shall not detain Petitioner again without leave while "
        "this action is pending.",
        "Petitioner is to be released immediately. Respondents shall file a status report within 24 hours.",
        rulings="grant tro",
    ),
    _order(
        "tro_granted", "Order on Motion for TRO",
        "The temporary restraining order expires on {due} unless extended.",
        "{them} are RESTRAINED from enforcing {policy} until {due}.",
        rulings="grant tro", owes=(Owed("due", "", 14, 14),),
    ),
    _order(
        "tro_no_move", "Order on Motion for TRO",
        "Respondents are temporarily restrained from removing Petitioner or moving Petitioner out of the "
        "{district}. This order expires on {due}.",
        rulings="grant tro", owes=(Owed("due", "", 14, 14),),
    ),
    _order(
        "tro_denied", "Order on Motion for TRO",
        "No irreparable injury has been shown before the response is due.",
        "The petition itself will be heard in due course.",
        rulings="deny tro", text=True,
    ),
    _order(
        "tro_expired", "Order",
        "The temporary restraining order expired by its terms on {date_before} and was not extended.",
        "The Court notes that its temporary restraining order has lapsed.",
        text=True,
    ),
    _order(
        "tro_extended", "Order",
        "For good cause the temporary restraining order is EXTENDED through {due}.",
        "The temporary restraining order, {ref_tro_granted}, is extended for fourteen days to {due}.",
        owes=(Owed("due", "", 14, 14),), text=True,
    ),
    _order(
        "pi_granted", "Order on Motion for Preliminary Injunction",
        "{them} are ENJOINED from detaining Petitioner again without a hearing before a neutral decisionmaker.",
        "The preliminary injunction remains in force until final judgment.",
        rulings="grant pi",
    ),
    _order(
        "pi_policy", "Order on Motion for Preliminary Injunction",
        "{them} are ENJOINED from applying {policy} to {side} and their members.",
        "Enforcement of {policy} is preliminarily enjoined as to {side}. No security is required.",
        title="ORDER|MEMORANDUM OPINION AND ORDER", rulings="grant pi",
    ),
    _order(
        "pi_class", "Order on Motion for Preliminary Injunction",
        "The injunction against {policy} runs in favor of the certified class. {them} shall file a compliance "
        "report by {due}.",
        rulings="grant pi; grant class_motion", owes=(Owed("due", "compliance report", 14, 21),),
    ),
    _order(
        "pi_denied", "Order on Motion for Preliminary Injunction",
        "{side} have not shown standing to seek an injunction against {policy}.",
        "The balance of equities favors {them}.",
        rulings="deny pi",
    ),
    _filing(
        "stay_705_motion", "Motion to Stay", "petitioner",
        "MOTION for Stay of agency action under 5 U.S.C. § 705",
        attachments="Proposed Order",
    ),
    _order(
        "stay_705", "Order on Motion to Stay",
        "The effective date of {policy} is STAYED under 5 U.S.C. § 705 until this action is decided.",
        "Pursuant to 5 U.S.C. § 705 the Court hereby stays {policy} pending review.",
        rulings="grant stay_705_motion",
    ),
    _filing(
        "class_motion", "Motion to Certify Class", "petitioner",
        "MOTION to Certify Class",
        "MOTION to Certify Class and appoint class counsel",
    ),
    _order(
        "class_certified", "Order on Motion to Certify Class",
        "The class consists of all persons subject to {policy}.",
        "Class counsel is appointed.",
        rulings="grant class_motion",
    ),
    _order(
        "class_denied", "Order on Motion to Certify Class",
        "Commonality is not shown.",
        rulings="deny class_motion",
    ),
    _order(
        "bar_denied_transfer", "Order on Motion to Transfer",
        "Venue is proper here; nothing in this order concerns the transfer of a detainee.",
        rulings="deny venue_motion",
    ),
    _filing(
        "venue_motion", "Motion to Transfer Case", "government",
        "MOTION to Transfer Case to another District",
    ),
)  # fmt: skip

_COMPLIANCE = (
    _filing(
        "report_release", "Status Report", "government",
        "STATUS REPORT || Petitioner was released from custody on {date_before}.",
        "NOTICE of Compliance with {ref_decision} || Petitioner was released on {date_before}.",
        "NOTICE of Compliance || In accordance with the Court's order Petitioner has been released.",
    ),
    _filing(
        "report_released_order", "Status Report", "government",
        "STATUS REPORT || Petitioner was released on {date_before} in accordance with {ref_tro_release}.",
    ),
    _filing(
        "report_bond_granted", "Status Report", "government",
        "STATUS REPORT || The bond hearing was held on {date_before}; the immigration judge granted bond of "
        "${amount}.",
        "NOTICE regarding bond hearing || On {date_before} an immigration judge set bond at ${amount}.",
    ),
    _filing(
        "report_bond_denied", "Status Report", "government",
        "STATUS REPORT || A bond hearing was held on {date_before} and the immigration judge denied bond.",
        "NOTICE of outcome of bond hearing || Bond was denied on {date_before} on a finding of flight risk.",
    ),
    _filing(
        "report_posted", "Status Report", "petitioner",
        "STATUS REPORT || Bond was posted and Petitioner was released on {date_before}.",
        "NOTICE || The bond having been posted, Petitioner has been released from custody.",
    ),
    _filing(
        "enforce", "Motion to Enforce", "petitioner",
        "MOTION to Enforce {ref_decision}",
        "EMERGENCY MOTION to Enforce Judgment re {ref_decision}",
        attachments="Declaration of Counsel|Proposed Order",
    ),
    _filing(
        "noncompliance", "Notice (Other)", "petitioner",
        "NOTICE of Non-Compliance re {ref_decision} || No bond hearing has been held.",
        "NOTICE of Violation of Court Order re {ref_decision}",
    ),
    _order(
        "osc_threat", "Order to Show Cause",
        "The time set by {ref_decision} has passed without a report. Respondents shall show cause by {due} why they "
        "should not be held in contempt.",
        "Respondents are ORDERED TO SHOW CAUSE in writing by {due} why sanctions should not be imposed for failure "
        "to comply with {ref_decision}.",
        title="ORDER TO SHOW CAUSE", owes=(Owed("due", "", 2, 4),), text=True,
    ),
    _filing(
        "osc_answer", "Response to Order to Show Cause", "government",
        "RESPONSE to {ref_osc_threat}",
        attachments="Declaration", trap=True,
    ),
    _order(
        "violation", "Order",
        "The Court FINDS that Respondents violated {ref_decision} by failing to hold the hearing in time. They "
        "shall file a certificate of compliance by {due}. The question of contempt is reserved.",
        "Respondents did not comply with {ref_decision}, and the Court so finds. A sworn account is due by {due}.",
        rulings="grant enforce", owes=(Owed("due", "certificate of compliance", 3, 6),),
    ),
    _order(
        "contempt", "Order",
        "Respondents are found in CIVIL CONTEMPT of {ref_decision}. They may purge the contempt by releasing "
        "Petitioner on or before {due}.",
        "The Court holds Respondents in civil contempt for disobeying {ref_decision}; the contempt is purged if a "
        "bond hearing is provided by {due}.",
        title="ORDER OF CONTEMPT|ORDER", owes=(Owed("due", "purge", 2, 4),),
    ),
    _filing(
        "certificate", "Certificate of Compliance", "government",
        "CERTIFICATE OF COMPLIANCE with {ref_last_order} || The bond hearing was held and bond was granted on "
        "{date_before}.",
    ),
    _order(
        "purged", "Order",
        "Respondents having complied, the contempt found in {ref_contempt} is PURGED.",
        "The Court is satisfied that the contempt has been purged. {ref_contempt} is vacated as to sanctions.",
        text=True,
    ),
    _order(
        "cured", "Order",
        "The Court accepts the {ref_certificate}. The {ref_osc_threat} is DISCHARGED; nothing further is due.",
        "Respondents have now complied and the {ref_osc_threat} is discharged.",
        text=True,
    ),
    _filing(
        "compliance_report", "Status Report", "government",
        "COMPLIANCE REPORT re {ref_decision}",
        "STATUS REPORT on compliance with {ref_decision}",
        attachments="Declaration",
    ),
    _order(
        "violation_class", "Order",
        "The Court FINDS that {them} have violated the preliminary injunction in the instances listed. A corrected "
        "report is due {due}.",
        rulings="grant enforce", owes=(Owed("due", "corrected report", 7, 10),),
    ),
)  # fmt: skip

_ENDINGS = (
    _filing(
        "appeal_notice", "Notice of Appeal", "government",
        "NOTICE OF APPEAL to the {circuit} as to {ref_decision}",
        "NOTICE OF APPEAL as to {ref_decision}. No fee, U.S. Government",
    ),
    _filing(
        "appeal_notice_pet", "Notice of Appeal", "petitioner",
        "NOTICE OF APPEAL to the {circuit} as to {ref_decision}. Filing fee $ 605, receipt number {receipt}",
    ),
    _note(
        "usca_number", "USCA Case Number",
        "USCA Case Number {appeal} for {ref_notice}. ({abc})",
        "USCA Case Number {appeal} ({circuit}) assigned to {ref_notice}. ({abc_low})",
    ),
    _filing(
        "stay_pending_motion", "Motion to Stay", "government",
        "Emergency MOTION to Stay {ref_decision} pending appeal",
        "MOTION to Stay Judgment Pending Appeal",
    ),
    _order(
        "stay_pending_denied", "Order on Motion to Stay",
        "The order of release stands.",
        "The government has shown no likelihood of success.",
        rulings="deny stay_pending_motion", text=True,
    ),
    _note(
        "usca_stay", "USCA Order",
        "ORDER of USCA as to {ref_notice}: the motion for stay pending appeal is GRANTED and the order appealed "
        "from is stayed. ({abc})",
    ),
    _note(
        "usca_no_stay", "USCA Order",
        "ORDER of USCA as to {ref_notice}: motion for stay pending appeal DENIED. ({abc})",
    ),
    _note("usca_affirmed", "USCA Judgment", "JUDGMENT of USCA as to {ref_notice}: AFFIRMED. ({abc})"),
    _note(
        "usca_reversed", "USCA Judgment",
        "OPINION of USCA as to {ref_notice}: the judgment is REVERSED and the case REMANDED. ({abc})",
    ),
    _note(
        "usca_vacated", "USCA Judgment",
        "JUDGMENT of USCA as to {ref_notice}: VACATED and REMANDED with instructions to dismiss as moot. ({abc})",
    ),
    _note(
        "usca_dismissed", "USCA Order",
        "ORDER of USCA as to {ref_notice}: appeal DISMISSED under Fed. R. App. P. 42(b). ({abc})",
    ),
    _note(
        "mandate", "USCA Mandate",
        "MANDATE of USCA as to {ref_notice}. ({abc})",
        "USCA MANDATE issued. ({abc_low})",
    ),
    _filing(
        "mtd", "Motion to Dismiss", "government",
        "MOTION to Dismiss for Lack of Jurisdiction",
        "MOTION to Dismiss for Failure to State a Claim",
        attachments="Memorandum in Support|Proposed Order",
    ),
    _order(
        "mtd_granted", "Order on Motion to Dismiss",
        "The action is DISMISSED WITHOUT PREJUDICE for want of standing. The Clerk shall close the case.",
        title="ORDER|MEMORANDUM OPINION", rulings="grant mtd",
    ),
    _order(
        "mtd_denied", "Order on Motion to Dismiss",
        "Answer due {due}.",
        rulings="deny mtd", owes=(Owed("due", "", 14, 14),),
    ),
    _filing(
        "sj_plaintiffs", "Motion for Summary Judgment", "petitioner",
        "MOTION for Summary Judgment",
        "MOTION for Partial Summary Judgment",
    ),
    _filing(
        "sj_defendants", "Motion for Summary Judgment", "government",
        "Cross MOTION for Summary Judgment",
    ),
    _order(
        "vacatur", "Order on Motion for Summary Judgment",
        "The Court holds {policy} arbitrary and capricious; VACATED and set aside under 5 U.S.C. § 706.",
        "The Court vacates {policy} and remands to the agency.",
        title="MEMORANDUM OPINION AND ORDER", rulings="grant sj_plaintiffs; deny sj_defendants",
    ),
    _order(
        "permanent", "Order on Motion for Summary Judgment",
        "{them} are PERMANENTLY ENJOINED from enforcing {policy} against {side}.",
        title="MEMORANDUM OPINION AND ORDER", rulings="grant sj_plaintiffs",
    ),
    _order(
        "sj_lost", "Order on Motion for Summary Judgment",
        "Congress gave the agency authority for {policy}.",
        title="MEMORANDUM OPINION AND ORDER", rulings="grant sj_defendants; deny sj_plaintiffs",
    ),
    _filing(
        "settlement_motion", "Motion for Settlement", "joint",
        "JOINT MOTION for Approval of Settlement Agreement and dismissal",
        attachments="Settlement Agreement",
    ),
    _order(
        "settled", "Order on Motion for Settlement",
        "The settlement agreement is APPROVED and the case is DISMISSED with prejudice; the Court retains "
        "jurisdiction to enforce it.",
        rulings="grant settlement_motion",
    ),
    _filing(
        "stipulated", "Stipulation of Dismissal", "joint",
        "STIPULATION of Dismissal under Rule 41(a)(1)(A)(ii)",
    ),
    _filing("remand_motion", "Motion to Remand", "petitioner", "MOTION to Remand to State Court"),
    _order(
        "remanded", "Order on Motion to Remand",
        "This case is REMANDED to the Circuit Court of {county}. The Clerk shall mail a certified copy and close "
        "the file.",
        rulings="grant remand_motion",
    ),
    _order(
        "consolidate", "Order on Motion to Consolidate Cases",
        "Civil action {member_number} is CONSOLIDATED with this action, which is the lead case; all papers shall be "
        "filed here.",
        title="ORDER CONSOLIDATING CASES",
    ),
    _order(
        "consolidated_away", "Order on Motion to Consolidate Cases",
        "This action is CONSOLIDATED with lead case {lead_number}. The Clerk shall administratively close the "
        "member case.",
        title="ORDER CONSOLIDATING CASES",
    ),
    _note("answer_filed", "Answer to Complaint", "ANSWER to Complaint by {them_short}. ({sign_gov})"),
)  # fmt: skip

_APPEALS = (
    _appellate(
        "docketed",
        "CASE DOCKETED. Notice of appeal filed by {appellant} in {origin_number}.",
        "US CIVIL CASE docketed. Notice of appeal received from the {origin_district}.",
    ),
    _appellate(
        "a_stay_motion",
        "EMERGENCY MOTION for stay pending appeal filed by Appellants {gov_names}.",
        "MOTION for stay pending appeal and for an administrative stay filed by {gov_names}.",
        trap=True,
    ),
    _appellate(
        "a_admin_stay",
        "ORDER FILED. The order of the district court is administratively stayed pending further order. This gives "
        "the court time to consider the motion and is no ruling on it.",
        "PER CURIAM ORDER granting an administrative stay while the motion for stay pending appeal is considered.",
    ),
    _appellate(
        "a_stay_response",
        "RESPONSE in opposition to motion for stay pending appeal filed by Appellee.",
        trap=True,
    ),
    _appellate(
        "a_stay_granted",
        "ORDER FILED. The motion for stay pending appeal is GRANTED. {panel}",
        "COURT ORDER granting Appellants' motion for stay pending appeal. {panel}",
    ),
    _appellate(
        "a_stay_denied",
        "ORDER FILED. The motion for stay pending appeal is DENIED. {panel}",
        "COURT ORDER denying motion for stay pending appeal; any administrative stay is dissolved. {panel}",
    ),
    _appellate(
        "briefing",
        "BRIEFING SCHEDULE SET. Appellant brief due {due}.",
        "CLERK ORDER setting briefing schedule: opening brief due {due}.",
    ),
    _appellate("a_brief", "OPENING BRIEF filed by Appellant {appellant}.", "APPELLANT'S BRIEF FILED."),
    _appellate("a_brief_answer", "ANSWERING BRIEF filed by Appellee.", "APPELLEE'S BRIEF FILED."),
    _appellate(
        "a_amicus",
        "MOTION for leave to file amicus brief in support of affirmance filed by {amicus}.",
        trap=True,
    ),
    _appellate(
        "a_argument",
        "ORAL ARGUMENT scheduled for {hearing}.",
        "CASE CALENDARED for oral argument on {hearing}.",
        hears="oral argument",
    ),
    _appellate(
        "a_affirmed",
        "OPINION FILED. The judgment of the district court is AFFIRMED. {panel}",
        "JUDGMENT entered: Affirmed. {panel}",
    ),
    _appellate(
        "a_reversed",
        "OPINION FILED. The judgment of the district court is REVERSED and the case is REMANDED. {panel}",
        "JUDGMENT: Reversed and remanded with directions. {panel}",
    ),
    _appellate(
        "a_vacated",
        "ORDER FILED. The judgment is VACATED and the case REMANDED with instructions to dismiss it as moot. {panel}",
    ),
    _appellate(
        "a_42b_motion",
        "MOTION to dismiss appeal voluntarily under FRAP 42(b) filed by Appellant.",
        trap=True,
    ),
    _appellate(
        "a_dismissed",
        "ORDER FILED granting motion to dismiss the appeal. Fed. R. App. P. 42(b). APPEAL DISMISSED.",
        "CLERK ORDER dismissing appeal pursuant to Appellant's motion.",
    ),
    _appellate("a_mandate", "MANDATE ISSUED.", "MANDATE issued to the {origin_district}."),
    _appellate(
        "s_application",
        "Application ({docket}) for a stay, submitted to the Circuit Justice.",
        "Application ({docket}) to stay the injunction issued by the United States District Court for the "
        "{origin_district}.",
        trap=True,
    ),
    _appellate(
        "s_response_due",
        "Response to application ({docket}) requested, due by 4 p.m. (EDT), on {due}.",
    ),
    _appellate("s_response", "Response to application from respondents filed.", trap=True),
    _appellate(
        "s_granted",
        "Application ({docket}) referred to the Court and granted. The injunction is stayed pending the disposition "
        "of the appeal.",
        "The application for stay presented to the Circuit Justice and by that Justice referred to the Court is "
        "granted.",
    ),
    _appellate(
        "s_denied",
        "Application ({docket}) referred to the Court and denied.",
        "The application for stay presented to the Circuit Justice and by that Justice referred to the Court is "
        "denied.",
    ),
    _appellate(
        "a_appearance",
        "APPEARANCE of counsel for Appellee filed by {pet_lawyer}.",
        "NOTICE of appearance filed by {gov_lawyer} for Appellants.",
    ),
    _appellate("a_record", "ELECTRONIC RECORD ON APPEAL FILED.", "TRANSCRIPT order received."),
    _appellate(
        "a_extension",
        "CLERK ORDER granting motion to extend time to file brief. Brief due {due}.",
        trap=True,
    ),
)  # fmt: skip

_TRAPS = (
    _filing(
        "proposed_order", "Proposed Order", "petitioner",
        "PROPOSED ORDER granting {ref_tro}",
        "PROPOSED ORDER GRANTING PETITION and ordering release",
        trap=True,
    ),
    _filing(
        "authority", "Notice of Supplemental Authority", "petitioner",
        "NOTICE of Supplemental Authority re order granting preliminary injunction in {other_case}",
        "NOTICE of supplemental authority (order granting writ of habeas corpus in {other_case})",
        trap=True,
    ),
    _filing(
        "authority_gov", "Notice of Supplemental Authority", "government",
        "NOTICE of Supplemental Authority: order denying petition in {other_case}",
        trap=True,
    ),
    _filing(
        "extension_motion", "Motion for Extension of Time", "government",
        "MOTION for Extension of Time to File Response re {ref_opening}",
        "Unopposed MOTION for Extension of Time",
        trap=True,
    ),
    _order(
        "extension", "Order on Motion for Extension of Time",
        "The response to the motion for preliminary injunction is now due {due}.",
        "Response due {due}.",
        "Opposition to any motion for a temporary restraining order or preliminary injunction is due {due}.",
        rulings="grant extension_motion", owes=(Owed("due", "", 5, 9),), text=True, trap=True,
    ),
    _filing(
        "leave_motion", "Motion for Leave to File", "petitioner",
        "MOTION for Leave to File Excess Pages in support of {ref_opening}",
        "MOTION for Leave to File Under Seal",
        trap=True,
    ),
    _order(
        "leave", "Order on Motion for Leave to File",
        "",
        rulings="grant leave_motion", text=True, trap=True,
    ),
    _filing(
        "opposes_tro", "Response in Opposition to Motion", "government",
        "RESPONSE in Opposition to {ref_tro}",
        trap=True,
    ),
    _order(
        "transcript_release", "Notice of Filing of Official Transcript",
        "TRANSCRIPT of proceedings held on {date_before}. Release of Transcript Restriction set for {due}.",
        title="NOTICE", owes=(Owed("due", "", 90, 90),), trap=True,
    ),
)  # fmt: skip

_ROUTINE = (
    _filing(
        "appearance", "Notice of Appearance", "government",
        "NOTICE of Appearance of {gov_lawyer}",
        "NOTICE of Attorney Appearance - Government",
    ),
    _filing(
        "appearance_pet", "Notice of Appearance", "petitioner",
        "NOTICE of Appearance of {other_lawyer}",
        "ATTORNEY APPEARANCE of {other_lawyer}",
    ),
    _filing(
        "service", "Certificate of Service", "petitioner",
        "CERTIFICATE OF SERVICE",
        "SUMMONS Returned Executed as to {them_short}",
        "PROOF of service of {ref_opening}",
    ),
    _note(
        "summons", "Summons Issued",
        "SUMMONS Issued as to {them_short}. ({abc})",
        "Summons issued electronically to counsel. ({abc_low})",
    ),
    _filing(
        "phv_motion", "Motion to Appear Pro Hac Vice", "petitioner",
        "MOTION for Admission Pro Hac Vice of {other_lawyer} (Filing fee $ 150, receipt number {receipt})",
    ),
    _order(
        "phv", "Order on Motion to Appear Pro Hac Vice",
        "",
        "The fee has been paid.",
        rulings="grant phv_motion", text=True, trap=True,
    ),
    _filing(
        "exhibit", "Exhibit", "petitioner",
        "EXHIBIT LIST",
        "Supplemental EXHIBIT to {ref_opening}",
        "DECLARATION in support of {ref_opening}",
        attachments="Exhibit C|Exhibit D",
    ),
    _filing("address", "Notice of Change of Address", "petitioner", "NOTICE of Change of Address of counsel"),
    _note(
        "consent", "Magistrate Judge Consent",
        "NOTICE of availability of a magistrate judge to exercise jurisdiction. ({abc})",
    ),
    _filing(
        "letter", "Letter", "government",
        "LETTER to {judge_full} regarding schedule",
        "LETTER addressed to {judge_full} from {gov_lawyer}",
    ),
    _note(
        "clerk_mail", "Notice (Other)",
        "NOTICE of electronic service on the United States Attorney. ({abc})",
        "Clerk's Notice: counsel not yet admitted shall apply. Modified on {date} to correct docket text "
        "({abc_low}).",
    ),
    _filing(
        "extension_joint", "Stipulation", "joint",
        "STIPULATION regarding briefing schedule",
        "JOINT STIPULATION to extend page limits",
    ),
    _note(
        "amicus", "Motion for Leave to File Amicus Brief",
        "MOTION for Leave to File Amicus Brief in support of {ref_opening} by {amicus}. ({abc})",
        "BRIEF of Amicus Curiae {amicus} in support of {side}. ({abc_low})",
        trap=True,
    ),
    _filing("disclosure", "Corporate Disclosure Statement", "petitioner", "Corporate Disclosure Statement"),
    _filing(
        "joint_report", "Joint Case Management Statement", "joint",
        "JOINT CASE MANAGEMENT STATEMENT",
        "JOINT Rule 26(f) REPORT",
    ),
)  # fmt: skip

_NOT_OURS = (
    _note(
        "indictment", "Indictment",
        "INDICTMENT as to {petitioner} (1) count(s) 1, 8:1326(a) Attempted Reentry. ({abc})",
    ),
    _order(
        "detained", "Order of Detention",
        "as to {petitioner} (1). Defendant is REMANDED to the custody of the Marshal.",
        title="ORDER OF DETENTION", magistrate=True,
    ),
    _note(
        "ad_prosequendum", "Writ of Habeas Corpus ad Prosequendum Issued",
        "WRIT of Habeas Corpus ad Prosequendum Issued as to {petitioner}. ({abc_low})",
        trap=True,
    ),
    _order(
        "sentencing", "Set/Reset Hearings",
        "Sentencing as to {petitioner} set for {hearing}.",
        text=True, hears="sentencing", in_days=(30, 60),
    ),
    _filing(
        "foia", "Complaint", "petitioner",
        "COMPLAINT under the Freedom of Information Act against {them_named} ( Filing fee $ 405 receipt number "
        "{receipt})",
        attachments="Civil Cover Sheet",
    ),
    _order(
        "foia_schedule", "Order",
        "The agency shall process 400 pages a month, the first release of records by {due}.",
        owes=(Owed("due", "", 30, 30),), text=True, trap=True,
    ),
    _filing(
        "employment", "Complaint", "petitioner",
        "COMPLAINT for employment discrimination against {them_named} with Jury Demand (Fee $ 405 receipt number "
        "{receipt})",
    ),
    _filing(
        "mandamus", "Complaint", "petitioner",
        "COMPLAINT for a writ of mandamus to decide a naturalization application against {them_named} (Filing fee $ "
        "405 receipt number {receipt})",
    ),
)  # fmt: skip

ACTS: dict[str, Act] = {
    act.key: act
    for act in (
        *_OPENING, *_MIDDLE, *_RULINGS, *_INTERIM, *_COMPLIANCE, *_ENDINGS, *_APPEALS, *_TRAPS, *_ROUTINE, *_NOT_OURS
    )
}  # fmt: skip

# What fills a docket between the steps of its story: each run of acts changes nothing that a status rests on.
FILLERS: tuple[tuple[str, ...], ...] = (
    ("appearance",), ("appearance",), ("appearance_pet",), ("service",), ("summons",), ("phv_motion", "phv"),
    ("exhibit",), ("address",), ("consent",), ("letter",), ("clerk_mail",), ("general_order",), ("authority",),
    ("authority_gov",), ("extension_motion", "extension"), ("leave_motion", "leave"),
)  # fmt: skip
IMPACT_FILLERS: tuple[tuple[str, ...], ...] = (
    *FILLERS[:11], ("authority",), ("extension_motion", "extension"), ("leave_motion", "leave"), ("extension_joint",),
    ("amicus",), ("disclosure",), ("joint_report",), ("transcript_release",),
)  # fmt: skip
EARLY = {
    "appearance", "appearance_pet", "service", "summons", "phv_motion", "consent", "general_order", "extension_motion",
    "disclosure",
}  # fmt: skip
"""Fillers that belong in the first half of a docket."""
APPEAL_FILLERS: tuple[tuple[str, ...], ...] = (("a_amicus",), ("a_appearance",), ("a_record",), ("a_extension",))
