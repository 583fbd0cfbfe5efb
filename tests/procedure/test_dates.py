"""Hearings and deadlines: what is a date of the case, and what is not. Lines are invented."""

import ast
import datetime as dt
from pathlib import Path

import holidays as oracle
import pytest
from writwatch.render.procedure import date_rules, deadlines, hearings
from writwatch.render.procedure import dates as reader
from writwatch.render.procedure.court_days import add_court_days, holidays, is_court_day
from writwatch.render.procedure.date_rules import DATE_RULES, DateRule
from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.moments import Own, a_date, a_time, moments

from .lines import DATED

SIGNED = " Signed by Judge Doe on 5/4/2026."


def dates(text: str) -> list[str]:
    return sorted(f"{date.kind} {date.datetime}" + (f" {date.tz}" if date.tz else "") for date in read_text(text).dates)


DEADLINES = [
    (
        "MINUTE entry: the motion is continued to 5/12/2026 at 10:15 a.m. No appearance is required on 5/6/2026.",
        ["hearing_scheduled 2026-05-12T10:15", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER Granting Joint Motion. The hearing of May 30, 2026 at 9:45 a.m. goes off calendar.",
        ["hearing_vacated 2026-05-30T09:45"],
    ),
    ("ORDER: The prohibition, which would lapse today, is EXTENDED through May 31, 2026.", []),
    (
        "ORDER FINDING that the bond hearing did not conform to the 9 Order and ORDERING respondents to provide a new "
        "one, no later than 5/23/2026.",
        ["deadline 2026-05-23"],
    ),
    ("ORDER: Luis Ardo was to be released by 5:00 p.m. on May 20, 2026 and was not.", []),
    (
        "ORDER TO SHOW CAUSE: The Court ordered a bond hearing by May 5, 2026. Respondents are ORDERED to show cause "
        "by May 12, 2026 why it was not held.",
        ["deadline 2026-05-12"],
    ),
    ("MINUTE ENTRY: The Court ordered a report by May 15, 2026.", ["deadline 2026-05-15"]),
    (
        "ORDER: The Court ordered a bond hearing by May 5, 2026. The Director shall appear on May 12, 2026 at 9:00 "
        "a.m. and show cause why it was not held.",
        ["hearing_scheduled 2026-05-12T09:00"],
    ),
    (
        "NOTICE of Hearing cancelled. Injunction hearing set for 5/27/2026 at 10:30 AM not to be held: counsel is ill.",
        ["hearing_vacated 2026-05-27T10:30"],
    ),
    (
        "ORDER that the contempt proceedings, including the hearing scheduled for May 15, 2026, be administratively "
        "stayed.",
        ["hearing_vacated 2026-05-15"],
    ),
    (
        "ORDER: Luis Ardo shall appear before Pretrial Services each Monday at 9:00 a.m. and shall report to ICE on "
        "May 16, 2026 as directed.",
        [],
    ),
    (
        "ORDER: Nothing in this order keeps the immigration court from the bond hearing it has set for May 17, 2026.",
        [],
    ),
    ("ORDER: Nothing in this order prevents the agency from holding a hearing by May 17, 2026.", []),
    ("ORDER: Nothing in this order changes that the brief is due by May 17, 2026.", ["deadline 2026-05-17"]),
    ("ORDER: The immigration judge has already set the bond hearing for May 17, 2026.", []),
    ("ORDER: The Court is inclined to order that a bond hearing be held by May 26, 2026.", []),
    (
        "ORDER: The bond hearing shall be held within 7 days of this order and its outcome reported within 48 hours "
        "thereof." + SIGNED,
        ["deadline 2026-05-11"],
    ),
    ("ORDER: Respondents shall answer by 5/8/2026.", ["deadline 2026-05-08"]),
    (
        "ORDER: The return is due May 8, 2026, and the traverse May 12, 2026.",
        ["deadline 2026-05-08", "deadline 2026-05-12"],
    ),
    ("ORDER: Respondents shall release Luis Ardo within 48 hrs." + SIGNED, ["deadline 2026-05-06"]),
    ("ORDER: The bar on removal is continued in force through May 25, 2026.", []),
    ("MINUTES: The evidentiary hearing tentatively discussed for May 27, 2026 is NOT set.", []),
    (
        "MINUTE ORDER TO SHOW CAUSE IN CHAMBERS of the Honorable Judge Marlow on 5/4/2026. Answer due May 8, 2026.",
        ["deadline 2026-05-08"],
    ),
    (
        "SCHEDULE NOTICE. Opening Brief Due (Appellant) 5/8/2026, Answering Brief Due (Appellee) 5/18/2026.",
        ["deadline 2026-05-08", "deadline 2026-05-18"],
    ),
    (
        "MINUTE ORDER: The hearing scheduled for May 6, 2026 was not held. It will be held instead on May 12, 2026 "
        "at 1:00 p.m.",
        ["hearing_not_held 2026-05-06", "hearing_scheduled 2026-05-12T13:00"],
    ),
    ("ORDER: Appellant is to advise the clerk within 14 days of that ruling." + SIGNED, []),
    ("[PROPOSED] ORDER lodged by Luis Ardo. It sets a hearing for May 18, 2026 at 10:00 a.m.", []),
    ("ORDER: Answer due May 8, 2026; reply due May 12, 2026.", ["deadline 2026-05-08", "deadline 2026-05-12"]),
    ("ORDER: Respondents shall answer no later than 11:00 a.m. CT on May 8, 2026.", ["deadline 2026-05-08T11:00 CT"]),
    ("ORDER: Respondents shall answer by May 8, 2026 at 12noon.", ["deadline 2026-05-08T12:00"]),
    ("ORDER: A report is to be filed by the close of business on 5/8/26.", ["deadline 2026-05-08"]),
    ("ORDER: Respondents shall report by 5:00 p.m. ET today." + SIGNED, ["deadline 2026-05-04T17:00 ET"]),
    ("ORDER: Respondents shall answer within seven (7) days of this Order." + SIGNED, ["deadline 2026-05-11"]),
    ("ORDER: Respondents shall file a notice within 48 hours." + SIGNED, ["deadline 2026-05-06"]),
    ("ORDER: Respondents shall answer within three business days." + SIGNED, ["deadline 2026-05-07"]),
    (
        "ORDER granting 9 Motion for Extension of Time. Time to answer is extended to May 20, 2026.",
        ["deadline 2026-05-20"],
    ),
    ("REPORT AND RECOMMENDATION. Objections to R&R due by 5/18/2026.", ["deadline 2026-05-18"]),
    ("SUMMONS Returned Executed, answer due 5/26/2026.", ["deadline 2026-05-26"]),
    ("ORDER: reports are due every Monday at noon beginning May 11, 2026.", ["deadline 2026-05-11T12:00"]),
]
HEARINGS = [
    ("ORDER: Hearing set for 5/12/2026 at 10:00 AM in Courtroom 4.", ["hearing_scheduled 2026-05-12T10:00"]),
    (
        "MINUTE ORDER: The parties shall appear by Zoom on May 12, 2026, at 2:30 p.m.",
        ["hearing_scheduled 2026-05-12T14:30"],
    ),
    (
        "ORDER: The hearing set for 5/12/2026 is VACATED and RESET for 5/19/2026 at 9:30 AM.",
        ["hearing_scheduled 2026-05-19T09:30", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER adjourning the conference from May 12, 2026 to May 19, 2026 at 11:30 AM.",
        ["hearing_scheduled 2026-05-19T11:30", "hearing_vacated 2026-05-12"],
    ),
    ("ORDER: The May 12, 2026 conference is cancelled.", ["hearing_vacated 2026-05-12"]),
    ("ORDER: The conference of April 9, 2026 is OFF CALENDAR.", ["hearing_vacated 2026-04-09"]),
    ("Minute Entry: Status Conference held on 5/4/2026.", ["hearing_held 2026-05-04"]),
    (
        "MINUTE entry: Status hearing held on 5/4/2026 and continued to 5/18/2026 at 9:15 a.m.",
        ["hearing_held 2026-05-04", "hearing_scheduled 2026-05-18T09:15"],
    ),
    ("Minute Entry: Detention Hearing not held on 5/4/2026.", ["hearing_not_held 2026-05-04"]),
    (
        "CALENDARED for argument on Tuesday, 07/14/2026 at 1:30 PM Central.",
        ["hearing_scheduled 2026-07-14T13:30 CT"],
    ),
    (
        "MOTION to Dismiss by Respondents. Motion Hearing set for 6/2/2026 10:00 AM.",
        ["hearing_scheduled 2026-06-02T10:00"],
    ),
]
DISTRICTS = [
    # Set, in other districts' words.
    (
        "NOTICE OF ORAL ARGUMENT on Tuesday, May 12, 2026 - 09:30 A.M. - Courtroom 2.",
        ["hearing_scheduled 2026-05-12T09:30"],
    ),
    (
        "NOTICE of Hearing :, setting Calendar Call for 9:15 5/12/26 before Judge Marlow",
        ["hearing_scheduled 2026-05-12T09:15"],
    ),
    ("NOTICE OF HEARING: Arraignment continued to 5/12/2026 at 11:00 a.m.", ["hearing_scheduled 2026-05-12T11:00"]),
    (
        "ORDER: On May 12, 2026, at 10:00 a.m., the Court will hold a hearing by video.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    ("LETTER ORDER. On 5/12/2026 at 3 PM there shall be a Status Conference.", ["hearing_scheduled 2026-05-12T15:00"]),
    (
        "MINUTES: Final Pretrial Conference-May 12, 2026 @9:00 a.m. before Judge Marlow",
        ["hearing_scheduled 2026-05-12T09:00"],
    ),
    (
        "ORDER: pretrial set for 10:00 5/12/26; final pretrial conf set for 2:00 5/13/26.",
        ["hearing_scheduled 2026-05-12T10:00", "hearing_scheduled 2026-05-13T14:00"],
    ),
    ("ORDER: Hearing set for 5/12/2026 at 930am in Courtroom 2.", ["hearing_scheduled 2026-05-12T09:30"]),
    ("ORDER: Ruling is set for 5/12/2026 at 9:30 AM.", ["hearing_scheduled 2026-05-12T09:30"]),
    (
        "Set Deadlines as to 7 MOTION to Seal. Motion set for 5/18/2026 before Judge Marlow.",
        ["hearing_scheduled 2026-05-18"],
    ),
    ("Acknowledgment of next court date by Luis Ardo to appear on May 12, 2026.", ["hearing_scheduled 2026-05-12"]),
    (
        "MINUTE entry: Bond Hearing set for 5/12/2026 10:45 AM in Courtroom 3 before Magistrate Judge Quill.",
        ["hearing_scheduled 2026-05-12T10:45"],
    ),
    ("ORDER: trial is set for June 2-5, 2026.", ["hearing_scheduled 2026-06-02"]),
    (
        "NOTICE: Plea Hearing set for 5/12/2026 9:00 AM. Sentencing set for 5/12/2026 9:00 AM.",
        ["hearing_scheduled 2026-05-12T09:00", "hearing_scheduled 2026-05-12T09:00"],
    ),
    # Kept as it was.
    ("ORDER: The 5/12/2026 status hearing date stands.", ["hearing_scheduled 2026-05-12"]),
    (
        "ORDER: The hearing previously set for 5/12/2026 at 9:00 a.m. shall remain.",
        ["hearing_scheduled 2026-05-12T09:00"],
    ),
    ("ORDER: The conference currently set for May 12, 2026 will be for Group A.", ["hearing_scheduled 2026-05-12"]),
    ("CLERK'S NOTICE: the 5/12/2026 hearing will be held by Zoom at 10:00 AM.", ["hearing_scheduled 2026-05-12T10:00"]),
    (
        "ORDER: Conference set for 5/12/2026, at 11:00 a.m. In case all agree, it may be adjourned.",
        ["hearing_scheduled 2026-05-12T11:00"],
    ),
    (
        "ORDER: Hearing set for 5/12/2026 before Judge Marlow and the deadline for a traverse is vacated.",
        ["hearing_scheduled 2026-05-12"],
    ),
    # Moved, or taken off.
    (
        "MINUTE entry: The 5/12/26 Notice of Motion date is stricken; nobody need appear.",
        ["hearing_vacated 2026-05-12"],
    ),
    (
        "MINUTE entry: the 5/12/2026 in-chambers conference is vacated and advanced to 5/11/2026 at 8:30 a.m.",
        ["hearing_scheduled 2026-05-11T08:30", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The Conference set for 5/12/2026 before Magistrate Judge Dana Quill, is cancelled.",
        ["hearing_vacated 2026-05-12"],
    ),
    (
        "NOTICE OF HEARING: The Conference previously set for 5/12/26 has been continued to 5/19/2026 at 10:00 a.m.",
        ["hearing_scheduled 2026-05-19T10:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "MINUTE entry: argument set for 5/12/2026 is advanced, at counsel's wish, to 5/11/2026 at 9:30 AM.",
        ["hearing_scheduled 2026-05-11T09:30", "hearing_vacated 2026-05-12"],
    ),
    (
        "MINUTE entry: the time for the 5/12/2026 status hearing is advanced to 9:30 a.m.",
        ["hearing_scheduled 2026-05-12T09:30"],
    ),
    (
        "ORDER: Conference set for 5/12/2026 10:00 AM is moved to 03:00:00 PM.",
        ["hearing_scheduled 2026-05-12T15:00", "hearing_vacated 2026-05-12T10:00"],
    ),
    (
        "ORDER granting 9 Motion to Continue the May 12, 2026 Hearing. Hearing continued to May 19, 2026.",
        ["hearing_scheduled 2026-05-19", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: Leave to adjourn the conference set for May 12, 2026 is granted. It is adjourned to May 19, 2026.",
        ["hearing_scheduled 2026-05-19", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: Motion to Amend, currently set for May 11, 2026, is continued to Friday, May 15, 2026 at 9:00 a.m.",
        ["hearing_scheduled 2026-05-15T09:00", "hearing_vacated 2026-05-11"],
    ),
    ("MINUTES: the court vacates the hearing set on 5/12/26.", ["hearing_vacated 2026-05-12"]),
    (
        "ORDER continuing the May 12, 2026 hearing to May 19, 2026.",
        ["hearing_scheduled 2026-05-19", "hearing_vacated 2026-05-12"],
    ),
    ("ORDER: The June 2, 2026 trial setting is stricken.", ["hearing_vacated 2026-06-02"]),
    ("MINUTE entry: the 5/19/2026 date given in court is stricken.", ["hearing_vacated 2026-05-19"]),
    (
        "Notice of Correction re 8 Notice. Counsel was told that motions will not be heard on (5/12/2026).",
        ["hearing_vacated 2026-05-12"],
    ),
    ("NOTICE: Settlement conference on 5/12/26 is Cancelled.", ["hearing_vacated 2026-05-12"]),
    (
        "ORDER: Hearing set for 5/12/2026 at 10:00 AM. (The Court is not hearing motions on 5/12/2026.)",
        ["hearing_vacated 2026-05-12T10:00"],
    ),
    ("MEDIATION NOTE: Mediation Conference scheduled for 05/04/2026 was not held.", ["hearing_not_held 2026-05-04"]),
    # Held.
    ("ORDER: On May 4, 2026, at the request of counsel, the Court held a hearing.", ["hearing_held 2026-05-04"]),
    ("ORDER: an exhibit was shown at the hearing, which was held on Monday, May 4, 2026.", ["hearing_held 2026-05-04"]),
    (
        "Minute Entry for proceedings held before Judge Marlow: (Status Hearing set for 5/12/2026 09:30 AM.)",
        ["hearing_scheduled 2026-05-12T09:30"],
    ),
    ("EXHIBIT RECEIPT from Bench Trial Held May 4 - 6, 2026.", ["hearing_held 2026-05-04"]),
    # Due.
    ("ORDER granting 9 Motion for Extension of Time to & inc. 5/18/26.", ["deadline 2026-05-18"]),
    ("ORDER: the deadline to answer is hereby extended until and including May 18, 2026.", ["deadline 2026-05-18"]),
    (
        "MINUTES: Last day to amend 5/18/2026. Discovery cut-off 6/1/2026. Motion hearing cutoff date 6/8/2026.",
        ["deadline 2026-05-18", "deadline 2026-06-01", "deadline 2026-06-08"],
    ),
    ("MINUTES: motions filing ddl set for 5/18/26 for dft.", ["deadline 2026-05-18"]),
    ("ORDER: moving papers shall be filed on 5/18/2026.", ["deadline 2026-05-18"]),
    ("ORDER. DUE DATE OF JOINT LETTER: May 18, 2026.", ["deadline 2026-05-18"]),
    ("ENDORSEMENT: reset service deadline for 5/18/26.", ["deadline 2026-05-18"]),
    ("ORDER: The 5/18/2026 deadline for the answer stands.", ["deadline 2026-05-18"]),
    ("TRANSCRIPT filed. Redaction Request due, but not filed, by 5/18/2026.", ["deadline 2026-05-18"]),
    (
        "TRANSCRIPT filed. Redaction Request Statement due to Court Reporter/Transcriber 5/18/2026.",
        ["deadline 2026-05-18"],
    ),
    (
        "NOTIFICATION: Transcript deadline. Transcript to be filed in district court by Dana Quill by 05/18/2026.",
        ["deadline 2026-05-18"],
    ),
    ("NOTICE OF HEARING. Luis Ardo shall file an Acknowledgment by 5/18/2026.", ["deadline 2026-05-18"]),
    ("ORDER that w/i 10 days from entry of this Order guardian advise the Court." + SIGNED, ["deadline 2026-05-14"]),
    ("ORDER: Petitioner shall have ten days to file a reply." + SIGNED, ["deadline 2026-05-14"]),
    (
        "ORDER: A mandate issued on March 2, 2026. Respondents shall answer within ten days of the date of this Order."
        + SIGNED,
        ["deadline 2026-05-14"],
    ),
    (
        "CLERK'S NOTICE: the fee is due within 10 days. (Filed on 5/4/2026) (Entered: 05/06/2026)",
        ["deadline 2026-05-14"],
    ),
    (
        "ORDER: Motions are due no later than May 18, 2026. So Ordered. (Motions due by 5/18/2026.)",
        ["deadline 2026-05-18"],
    ),
    ("ORDER: Respondents shall produce the file no later than noon on May 6, 2026.", ["deadline 2026-05-06T12:00"]),
]
CLERKS = [
    # The same in other clerks' words, moved by an hour, counted from the hearing, or not dates at all.
    (
        "ORDER: The hearing on 5/12/2026 is moved from 10:00 AM to 2:00 PM.",
        ["hearing_scheduled 2026-05-12T14:00", "hearing_vacated 2026-05-12T10:00"],
    ),
    ("ORDER: The May 12, 2026 hearing will now start at 1:30 p.m.", ["hearing_scheduled 2026-05-12T13:30"]),
    (
        "NOTICE OF TIME CHANGE: The status conference set for 5/12/2026 at 9:00 AM will be held at 11:00 AM instead.",
        ["hearing_scheduled 2026-05-12T11:00", "hearing_vacated 2026-05-12T09:00"],
    ),
    (
        "ORDER: The hearing set for 5/12/2026 at 10:00 AM is converted to a video hearing and will proceed at the "
        "same time.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: The in-person hearing of May 12, 2026 will instead be conducted by Zoom at 10:00 a.m.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "MINUTE ORDER: At the parties' request, the May 12, 2026 hearing is VACATED, to be reset by separate order.",
        ["hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The conference previously set for May 12, 2026 at 3:00 p.m. has been rescheduled to May 19, 2026 "
        "at 3:00 p.m.",
        ["hearing_scheduled 2026-05-19T15:00", "hearing_vacated 2026-05-12T15:00"],
    ),
    (
        "NOTICE of Rescheduled Hearing: Motion Hearing reset to 5/19/2026 at 10:30 AM, from 5/12/2026 at 10:30 AM.",
        ["hearing_scheduled 2026-05-19T10:30", "hearing_vacated 2026-05-12T10:30"],
    ),
    (
        "ORDER: The Court advances the hearing from May 19, 2026 to May 12, 2026 at 9:00 a.m.",
        ["hearing_scheduled 2026-05-12T09:00", "hearing_vacated 2026-05-19"],
    ),
    (
        "PAPERLESS ORDER resetting hearing. The evidentiary hearing scheduled for May 12, 2026 shall now take "
        "place on May 14, 2026 at 2:00 p.m.",
        ["hearing_scheduled 2026-05-14T14:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: Petitioner having been released, the hearing of May 12, 2026 at 10:00 AM is stricken from the "
        "calendar.",
        ["hearing_vacated 2026-05-12T10:00"],
    ),
    (
        "ORDER setting hearing for May 19, 2026 at 10:00 a.m. Briefs are due seven days before the hearing.",
        ["deadline 2026-05-12", "hearing_scheduled 2026-05-19T10:00"],
    ),
    (
        "ORDER: Oral argument is set for May 19, 2026 at 10:00 a.m. Respondents shall produce the record not "
        "later than three days prior to argument.",
        ["deadline 2026-05-16", "hearing_scheduled 2026-05-19T10:00"],
    ),
    (
        "ORDER: Respondents shall answer by May 8, 2026; Petitioner shall reply within three days thereafter.",
        ["deadline 2026-05-08"],
    ),
    (
        "ORDER: Respondents shall answer within seven days. Any reply is due four days later. Signed by Judge "
        "Marlow on 5/4/2026.",
        ["deadline 2026-05-11"],
    ),
    ("ORDER: Answer due in 72 hours. Signed by Judge Marlow on 5/4/2026.", ["deadline 2026-05-07"]),
    (
        "ORDER: Respondents are given one week from today to file the administrative record. Signed by Judge "
        "Marlow on 5/4/2026.",
        ["deadline 2026-05-11"],
    ),
    (
        "ORDER: Respondents shall file a return no more than five days after entry of this Order. Signed by Judge "
        "Marlow on 5/4/2026.",
        ["deadline 2026-05-09"],
    ),
    (
        "Minute Entry: hearing set for 5/12/2026 at 9:00 AM did not go forward; petitioner was not produced.",
        ["hearing_not_held 2026-05-12T09:00"],
    ),
    (
        "ORDER: The hearing remains set for May 12, 2026 at 10:00 a.m. but will be held in Courtroom 5.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    ("MOTION to Reschedule the May 12, 2026 Hearing to May 19, 2026 by Respondents.", []),
    ("ORDER: Counsel proposed May 19, 2026 for the hearing; the Court is not available and will set another day.", []),
    (
        "NOTICE: Hearing on 3 Motion for TRO moved up to 5/12/2026 at 8:30 AM before Judge Marlow.",
        ["hearing_scheduled 2026-05-12T08:30"],
    ),
    (
        "ORDER: The order of May 4, 2026 gave Respondents until May 8, 2026 to respond. That deadline is extended "
        "to May 15, 2026.",
        ["deadline 2026-05-15"],
    ),
    (
        "TEXT ORDER: Time change only: the May 12, 2026 conference is moved from 9:00 AM to 11:30 AM.",
        ["hearing_scheduled 2026-05-12T11:30", "hearing_vacated 2026-05-12T09:00"],
    ),
    ("NOTICE OF HEARING: Status Conference on 5/12/2026 changed to 3:00 PM.", ["hearing_scheduled 2026-05-12T15:00"]),
    (
        "ORDER: The evidentiary hearing set for May 12, 2026 at 10:00 a.m. will be held by Zoom rather than in person.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: The hearing of May 12, 2026 at 10:00 a.m. is hereby converted to a telephone conference at the "
        "same date and time.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    ("CLERK'S NOTICE vacating motion hearing set for 5/12/2026 at 10:00 AM.", ["hearing_vacated 2026-05-12T10:00"]),
    (
        "CLERK'S NOTICE continuing motion hearing from 5/12/2026 to 5/19/2026 at 10:00 AM.",
        ["hearing_scheduled 2026-05-19T10:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The hearing scheduled for 5/12/2026 is RESCHEDULED and will occur on 5/14/2026 at 9:00 AM.",
        ["hearing_scheduled 2026-05-14T09:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The May 12 hearing is continued one week, to May 19, 2026 at 10:00 a.m. Signed by Judge Marlow on "
        "5/4/2026.",
        ["hearing_scheduled 2026-05-19T10:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: Hearing reset for May 19, 2026 at 10:00 a.m.; the May 12, 2026 date is vacated.",
        ["hearing_scheduled 2026-05-19T10:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "Set/Reset Hearings: Status Conference reset for 5/19/2026 02:00 PM in Courtroom 4 before Judge Marlow.",
        ["hearing_scheduled 2026-05-19T14:00"],
    ),
    (
        "ORDER: The hearing set for May 12, 2026 is vacated as moot in view of Petitioner's release.",
        ["hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The parties shall file exhibit lists three business days before the hearing set for May 19, 2026 "
        "at 10:00 a.m.",
        ["deadline 2026-05-14", "hearing_scheduled 2026-05-19T10:00"],
    ),
    (
        "ORDER: Hearing on May 19, 2026 at 10:00 a.m.; witness lists due two days before the hearing.",
        ["deadline 2026-05-17", "hearing_scheduled 2026-05-19T10:00"],
    ),
    (
        "ORDER: Respondents shall file their return by May 8, 2026; any traverse is due by May 11, 2026, and the "
        "hearing shall be on May 13, 2026 at 9:30 a.m.",
        ["deadline 2026-05-08", "deadline 2026-05-11", "hearing_scheduled 2026-05-13T09:30"],
    ),
    ("ORDER: A status report is due within 48 hours of the bond hearing. Signed by Judge Marlow on 5/4/2026.", []),
    (
        "ORDER: Respondents have five business days to comply. Signed by Judge Marlow on 5/4/2026.",
        ["deadline 2026-05-11"],
    ),
    (
        "ORDER: Petitioner's reply shall be filed not later than three days after the response. Signed by Judge "
        "Marlow on 5/4/2026.",
        [],
    ),
    ("ORDER: Answer due Friday, May 8, 2026, at close of business.", ["deadline 2026-05-08"]),
    ("ORDER: The deadline of May 8, 2026 is vacated.", []),
    ("ORDER: Respondents' May 8, 2026 deadline is extended by one week to May 15, 2026.", ["deadline 2026-05-15"]),
    ("ORDER: The hearing set for May 12, 2026 at 10:00 a.m. is CONFIRMED.", ["hearing_scheduled 2026-05-12T10:00"]),
    ("JOINT MOTION to Continue Hearing set for May 12, 2026 by Respondents.", []),
    (
        "ORDER granting 12 Joint Motion to Continue. Hearing set for May 12, 2026 is continued to May 19, 2026 at "
        "9:00 AM.",
        ["hearing_scheduled 2026-05-19T09:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "Minute Entry: Status conference held on May 4, 2026. Further conference set for May 11, 2026 at 4:00 "
        "p.m. by video.",
        ["hearing_held 2026-05-04", "hearing_scheduled 2026-05-11T16:00"],
    ),
    ("ORDER: The May 12, 2026 hearing will begin at 9:30 a.m. in Courtroom 3.", ["hearing_scheduled 2026-05-12T09:30"]),
    (
        "ORDER: Trial is set for June 1, 2026 at 9:00 a.m.; jury selection will begin at 8:30 a.m.",
        ["hearing_scheduled 2026-06-01T09:00"],
    ),
    ("ORDER: Respondents shall file their answer not more than ten pages by May 8, 2026.", ["deadline 2026-05-08"]),
    (
        "ORDER: The hearing on May 12, 2026 shall last no more than two days after which the record closes.",
        ["hearing_scheduled 2026-05-12"],
    ),
    (
        "ORDER: The order of May 4, 2026 issued at 5:00 p.m. directing an answer is amended: answer due within 24 "
        "hours of this Order. Signed by Judge Marlow on 5/6/2026.",
        ["deadline 2026-05-07"],
    ),
    (
        "ORDER: Answer due within 24 hours. Signed by Judge Marlow on 5/4/2026 at 3:30 PM.",
        ["deadline 2026-05-05T15:30"],
    ),
    (
        "ORDER: Hearing set for May 12, 2026 at 10:00 a.m.; counsel shall join the call at 9:45 a.m.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER moving the May 12, 2026 conference to May 14, 2026 at 2:00 p.m.",
        ["hearing_scheduled 2026-05-14T14:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER postponing the hearing from May 12, 2026 to May 14, 2026.",
        ["hearing_scheduled 2026-05-14", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The Court reschedules the May 12, 2026 hearing for May 14, 2026 at 9:00 a.m.",
        ["hearing_scheduled 2026-05-14T09:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The Court continues the hearing set for May 12, 2026 to May 14, 2026 at 9:00 a.m.",
        ["hearing_scheduled 2026-05-14T09:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "NOTICE of change of time: 5/12/2026 hearing will commence at 1:00 PM rather than 10:00 AM.",
        ["hearing_scheduled 2026-05-12T13:00", "hearing_vacated 2026-05-12T10:00"],
    ),
    (
        "ORDER: Prehearing briefs are due May 8, 2026; response briefs, May 11, 2026.",
        ["deadline 2026-05-08", "deadline 2026-05-11"],
    ),
    (
        "ORDER: Hearing on May 19, 2026 at 10:00 a.m. Exhibits shall be filed no later than two weeks prior to "
        "the hearing.",
        ["deadline 2026-05-05", "hearing_scheduled 2026-05-19T10:00"],
    ),
    ("ORDER: The scheduling order required an answer by May 4, 2026. None was filed.", []),
    (
        "MINUTE ORDER IN CHAMBERS: The Court, on its own motion, CONTINUES the hearing set for May 12, 2026 at "
        "10:00 a.m. to May 19, 2026 at 10:00 a.m.",
        ["hearing_scheduled 2026-05-19T10:00", "hearing_vacated 2026-05-12T10:00"],
    ),
    (
        "ORDER granting 14 Motion to Continue: the bench trial of May 12, 2026 is reset to June 9, 2026 at 9:00 "
        "AM in Courtroom 2.",
        ["hearing_scheduled 2026-06-09T09:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The 5/12/2026 2:00 PM hearing is converted from in-person to Zoom. The link will be emailed.",
        ["hearing_scheduled 2026-05-12T14:00"],
    ),
    (
        "ORDER: Hearing set for 5/12/2026 at 02:00 PM is RESET to 5/12/2026 at 03:30 PM before Judge Marlow.",
        ["hearing_scheduled 2026-05-12T15:30", "hearing_vacated 2026-05-12T14:00"],
    ),
    (
        "ELECTRONIC NOTICE cancelling the status conference scheduled for 5/12/2026 at 11:00 AM. To be rescheduled.",
        ["hearing_vacated 2026-05-12T11:00"],
    ),
    (
        "ORDER: Respondents' return is due within three (3) days of this Order, and Petitioner's traverse within "
        "three (3) days after the return is filed. Signed by Judge Marlow on 5/4/2026.",
        ["deadline 2026-05-07"],
    ),
    (
        "ORDER: Respondents shall file a status report by May 8, 2026, and every 14 days thereafter.",
        ["deadline 2026-05-08"],
    ),
    (
        "ORDER: A hearing will be held at 10:00 a.m. on May 12, 2026, in Courtroom 7B. By 5:00 p.m. the day "
        "before, the parties shall file witness lists.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: The Government shall respond by 4:00 p.m. tomorrow. Signed by Judge Marlow on 5/4/2026.",
        ["deadline 2026-05-05T16:00"],
    ),
    (
        "ORDER: Objections, if any, shall be filed within 14 days of service of this Report. Signed by Magistrate "
        "Judge Sable on 5/4/2026.",
        [],
    ),
    (
        "NOTICE of Hearing on 3 Motion for TRO: 5/12/2026 at 10:00 AM, Courtroom 3, before Judge Marlow.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: Petitioner must receive a bond hearing on or before May 12, 2026. Respondents shall report within "
        "2 business days after that hearing. Signed by Judge Marlow on 5/4/2026.",
        ["deadline 2026-05-12"],
    ),
    ("ORDER extending the time to answer from May 8, 2026 to May 15, 2026.", ["deadline 2026-05-15"]),
    (
        "ORDER: The Master Calendar hearing in immigration court on May 12, 2026 does not moot the petition. "
        "Reply due May 15, 2026.",
        ["deadline 2026-05-15"],
    ),
    (
        "ORDER: Oral argument, previously set for May 12, 2026 at 1:00 PM, will be heard on May 14, 2026 at 1:00 "
        "PM by video.",
        ["hearing_scheduled 2026-05-14T13:00", "hearing_vacated 2026-05-12T13:00"],
    ),
]
BESIDE = [
    # Today, tomorrow and the day after; days that repeat; what is moved, and to when; where to appear.
    ("ORDER: The Warden shall let Luis Ardo go by 9:00 p.m. tonight." + SIGNED, ["deadline 2026-05-04T21:00"]),
    ("ORDER: The Warden shall release Luis Ardo tonight by 9:00 p.m." + SIGNED, ["deadline 2026-05-04T21:00"]),
    ("ORDER: Respondents shall file a letter by tomorrow." + SIGNED, ["deadline 2026-05-05"]),
    ("ORDER: Respondents shall file a letter by noon tomorrow." + SIGNED, ["deadline 2026-05-05T12:00"]),
    ("ORDER: Respondents shall file a letter by tomorrow at noon." + SIGNED, ["deadline 2026-05-05T12:00"]),
    (
        "ORDER: Respondents shall file a letter no later than 10:00 a.m. tomorrow morning." + SIGNED,
        ["deadline 2026-05-05T10:00"],
    ),
    (
        "ORDER: Respondents shall file a letter no later than tomorrow morning at 10:00 a.m." + SIGNED,
        ["deadline 2026-05-05T10:00"],
    ),
    ("ORDER: Respondents shall file a letter by tomorrow, May 5, 2026, at 10:00 a.m.", ["deadline 2026-05-05T10:00"]),
    ("ORDER: Respondents shall file a letter by 5:00 p.m. this afternoon." + SIGNED, ["deadline 2026-05-04T17:00"]),
    ("ORDER: Respondents shall file a letter by close of business today." + SIGNED, ["deadline 2026-05-04"]),
    ("ORDER: Respondents shall file a letter by close of business tomorrow." + SIGNED, ["deadline 2026-05-05"]),
    ("ORDER: A hearing is set for tomorrow at 10:00 a.m." + SIGNED, ["hearing_scheduled 2026-05-05T10:00"]),
    (
        "ORAL ORDER: A telephone hearing will be held tomorrow, May 5, at 9 AM." + SIGNED,
        ["hearing_scheduled 2026-05-05T09:00"],
    ),
    (
        "ORDER: The Court will hold a telephone conference today at 3:00 p.m." + SIGNED,
        ["hearing_scheduled 2026-05-04T15:00"],
    ),
    (
        "ORDER: The parties shall appear for a conference this afternoon at 3:00 p.m." + SIGNED,
        ["hearing_scheduled 2026-05-04T15:00"],
    ),
    (
        "ORDER: The status conference set for TOMORROW at 10:00 a.m. is moved to May 12, 2026 at 2:30 p.m." + SIGNED,
        ["hearing_scheduled 2026-05-12T14:30", "hearing_vacated 2026-05-05T10:00"],
    ),
    ("ORDER: Tomorrow's hearing is cancelled." + SIGNED, ["hearing_vacated 2026-05-05"]),
    ("ORDER: Today's conference is adjourned." + SIGNED, ["hearing_vacated 2026-05-04"]),
    (
        "ORDER: Answer due Friday, May 8, 2026 by noon; a joint letter is due the following Monday.",
        ["deadline 2026-05-08T12:00", "deadline 2026-05-11"],
    ),
    (
        "ORDER: Answer due by noon on Friday, May 8, 2026; a reply shall be filed by 9:00 a.m. the following Monday.",
        ["deadline 2026-05-08T12:00", "deadline 2026-05-11T09:00"],
    ),
    (
        "ORDERED that the Warden free Luis Ardo by 12:00 p.m. on May 7, 2026 and, that same day, report it.",
        ["deadline 2026-05-07", "deadline 2026-05-07T12:00"],
    ),
    (
        "ORDER: Respondents shall answer by May 7, 2026 and Petitioner shall reply by the next day.",
        ["deadline 2026-05-07", "deadline 2026-05-08"],
    ),
    (
        "ORDER: Respondents shall answer by May 7, 2026; Petitioner shall reply the following day.",
        ["deadline 2026-05-07", "deadline 2026-05-08"],
    ),
    (
        "ORDER: Answer due May 8, 2026; reply due the following business day.",
        ["deadline 2026-05-08", "deadline 2026-05-11"],
    ),
    ("ORDER: Joint reports are due every sixty days, commencing May 18, 2026.", ["deadline 2026-05-18"]),
    ("ORDER: Respondents shall file a status report every 30 days, starting on May 18, 2026.", ["deadline 2026-05-18"]),
    ("ORDER: The parties shall file status reports every 90 days, the first on May 18, 2026.", ["deadline 2026-05-18"]),
    ("ORDER: Jury trial commencing June 2, 2026.", ["hearing_scheduled 2026-06-02"]),
    ("ORDER: Evidentiary hearing beginning June 2, 2026 at 9:00 a.m.", ["hearing_scheduled 2026-06-02T09:00"]),
    ("ORDER: The motion will be heard on May 13, 2026, at 9:00 a.m.", ["hearing_scheduled 2026-05-13T09:00"]),
    ("ORDER: This case shall be argued the week of May 13, 2026.", ["hearing_scheduled 2026-05-13"]),
    (
        "ORDER: The hearing set for 5/6/2026 at 10:00 AM will be conducted on 5/13/2026 at 02:00 PM.",
        ["hearing_scheduled 2026-05-13T14:00", "hearing_vacated 2026-05-06T10:00"],
    ),
    (
        "ORDER: The hearing set for 5/6/2026 at 10:00 AM will now take place on 5/13/2026 at 02:00 PM.",
        ["hearing_scheduled 2026-05-13T14:00", "hearing_vacated 2026-05-06T10:00"],
    ),
    (
        "ORDER: The hearing, formerly set for 5/6/2026 at 10:00 AM, is now scheduled for 5/13/2026 at 02:00 PM.",
        ["hearing_scheduled 2026-05-13T14:00", "hearing_vacated 2026-05-06T10:00"],
    ),
    (
        "ORDER: The hearing set for 5/6/2026 at 10:00 AM will now be held via videoconference.",
        ["hearing_scheduled 2026-05-06T10:00"],
    ),
    (
        "ORDER: The hearing set for 5/6/2026 at 10:00 AM will now be held in Courtroom 5A.",
        ["hearing_scheduled 2026-05-06T10:00"],
    ),
    ("ORDER: The hearing set for 5/6/2026 will not go forward.", ["hearing_vacated 2026-05-06"]),
    ("ORDER: The hearing set for 5/6/2026 will not be held.", ["hearing_vacated 2026-05-06"]),
    (
        "ORDER: The hearing set for 5/6/2026 is no longer needed and is removed from the calendar.",
        ["hearing_vacated 2026-05-06"],
    ),
    ("ORDER: The hearing set for 5/6/2026 is remanded from the calendar.", ["hearing_vacated 2026-05-06"]),
    ("ORDER: The time to answer, formerly May 6, 2026, is now May 13, 2026.", ["deadline 2026-05-13"]),
    ("ORDER: The answer, originally due May 6, 2026, is now due May 13, 2026.", ["deadline 2026-05-13"]),
    ("ORDER: The May 6, 2026 deadline to answer is extended to May 13, 2026.", ["deadline 2026-05-13"]),
    ("ORDER: The deadline of May 6, 2026 is extended to May 13, 2026.", ["deadline 2026-05-13"]),
    ("ORDER: The deadline to answer is continued to May 13, 2026.", ["deadline 2026-05-13"]),
    ("ORDER: The response deadline is moved to May 13, 2026.", ["deadline 2026-05-13"]),
    (
        "ORDER TO SHOW CAUSE: Respondents shall show cause before Judge Marlow at 3:30 p.m. on May 12, 2026.",
        ["hearing_scheduled 2026-05-12T15:30"],
    ),
    (
        "ORDER: Petitioner shall show cause on or before May 12, 2026 why it should not be closed.",
        ["deadline 2026-05-12"],
    ),
    ("ORDER re 11 Motion. The Court will rule by May 11, 2026; reply due May 8, 2026.", ["deadline 2026-05-08"]),
    (
        "ORDER: Counsel shall be prepared to discuss the motion at the May 6, 2026 conference at 2:00 p.m.",
        ["hearing_scheduled 2026-05-06T14:00"],
    ),
    (
        "MINUTE entry: Ruling on fees is reserved. Status set for 2/4/2026 at 9:45 a.m.",
        ["hearing_scheduled 2026-02-04T09:45"],
    ),
    ("MINUTE entry: Status is continued to 2/4/2026 at 9:45 a.m.", ["hearing_scheduled 2026-02-04T09:45"]),
    (
        "NOTICE of Videoconference Hearing: 5/12/2026 at 10:00 AM before Judge Marlow.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: Counsel are to appear by videoconference on 5/12/2026 at 10:00 AM.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: Counsel are directed to appear in Courtroom 5A on 5/12/2026 at 10:00 AM.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    ("ORDER: The parties will appear by Zoom on 5/12/2026 at 10:00 AM.", ["hearing_scheduled 2026-05-12T10:00"]),
    (
        "ORDER: The Court will take up the motion on 5/12/2026 at 10:00 AM in Courtroom 5A.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    ("ORDER: The parties shall convene by video on 5/12/2026 at 10:00 AM.", ["hearing_scheduled 2026-05-12T10:00"]),
    ("ORDER: Respondents shall report not later than 48 hours after this Order." + SIGNED, ["deadline 2026-05-06"]),
    ("ORDER: Respondents have two business days to report." + SIGNED, ["deadline 2026-05-06"]),
    ("ORDER: Respondents shall report within five court days." + SIGNED, ["deadline 2026-05-11"]),
    ("ORDER: Respondents shall report on or before close of business on May 8, 2026.", ["deadline 2026-05-08"]),
    ("ORDER: Respondents shall report by 11:59 p.m. ET on May 8, 2026.", ["deadline 2026-05-08T23:59 ET"]),
    (
        "ORDER: Unless an immigration judge hears Luis Ardo on bond on or before 5/8/2026, free him.",
        ["deadline 2026-05-08"],
    ),
    (
        "ORDER: Unless an immigration judge hears Luis Ardo on bond by 5/8/2026, he must be freed.",
        ["deadline 2026-05-08"],
    ),
    (
        "ORDER: The petition is ALLOWED so far as it seeks a hearing, no later than May 8, 2026.",
        ["deadline 2026-05-08"],
    ),
    ("ORDER: This case may be dismissed if no fee is paid by May 18, 2026.", ["deadline 2026-05-18"]),
    ("ORDER: Answer due 7 days from the date of this order." + SIGNED, ["deadline 2026-05-11"]),
    ("ORDER: Answer is due one week from today." + SIGNED, ["deadline 2026-05-11"]),
    (
        "ORDER: Hearing set for 5/12/2026 at 10:00 a.m. Exhibits are due two business days before the hearing.",
        ["deadline 2026-05-08", "hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER setting hearing on Motion 4: 5/12/2026 at 10:00 AM in Courtroom 5A.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: Respondents are directed to produce Petitioner this evening by 6:00 p.m." + SIGNED,
        ["deadline 2026-05-04T18:00"],
    ),
    ("ELECTRONIC ORDER: Response due TOMORROW, 5/5/2026, at 9:00 AM.", ["deadline 2026-05-05T09:00"]),
    ("ORDER: Government to respond by 5 p.m. tomorrow (May 5, 2026).", ["deadline 2026-05-05T17:00"]),
    ("ORDER: Government to respond by 5 p.m. ET tomorrow." + SIGNED, ["deadline 2026-05-05T17:00 ET"]),
    (
        "ORDER: Hearing tomorrow at 11 a.m. Joint letter due tonight by 11:59 p.m." + SIGNED,
        ["deadline 2026-05-04T23:59", "hearing_scheduled 2026-05-05T11:00"],
    ),
    ("ORDER: The parties shall appear tomorrow in Courtroom 5A." + SIGNED, ["hearing_scheduled 2026-05-05"]),
    ("ORDER: The hearing set for tomorrow is cancelled." + SIGNED, ["hearing_vacated 2026-05-05"]),
    (
        "ORDER: Hearing set for May 12, 2026 at 10:00 a.m.; the Warden shall file a declaration that same day.",
        ["deadline 2026-05-12", "hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: Answer due May 7, 2026; reply due by noon on the following day.",
        ["deadline 2026-05-07", "deadline 2026-05-08T12:00"],
    ),
    (
        "ORDER: Answer due May 7, 2026, reply by 5:00 p.m. the next business day.",
        ["deadline 2026-05-07", "deadline 2026-05-08T17:00"],
    ),
    ("ORDER: Reports shall be filed monthly, commencing on Monday, May 18, 2026.", ["deadline 2026-05-18"]),
    ("ORDER: Respondents shall file daily reports starting May 18, 2026 at noon.", ["deadline 2026-05-18T12:00"]),
    ("ORDER: Oral argument will commence at 10:00 a.m. on May 12, 2026.", ["hearing_scheduled 2026-05-12T10:00"]),
    (
        "ORDER: These appeals will be argued before a panel on May 12, 2026 at 9:30 a.m.",
        ["hearing_scheduled 2026-05-12T09:30"],
    ),
    ("ORDER: The application shall be heard in chambers on May 12, 2026.", ["hearing_scheduled 2026-05-12"]),
    (
        "NOTICE: the 5/6/2026 status conference will now be held on 5/13/2026.",
        ["hearing_scheduled 2026-05-13", "hearing_vacated 2026-05-06"],
    ),
    (
        "NOTICE: the hearing on 5/6/2026 before Judge Marlow will instead take place by Zoom on 5/13/2026 at 10:00 AM.",
        ["hearing_scheduled 2026-05-13T10:00", "hearing_vacated 2026-05-06"],
    ),
    (
        "NOTICE: Hearing formerly set for 5/6/2026 is now set for 5/13/2026.",
        ["hearing_scheduled 2026-05-13", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing has been moved from 5/6/2026 to 5/13/2026.",
        ["hearing_scheduled 2026-05-13", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing date of 5/6/2026 is changed to 5/13/2026.",
        ["hearing_scheduled 2026-05-13", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing set for 5/6/2026 at 10:00 AM is converted to a videoconference.",
        ["hearing_scheduled 2026-05-06T10:00"],
    ),
    ("ORDER: The hearing set for 5/6/2026 will proceed at 10:00 AM.", ["hearing_scheduled 2026-05-06T10:00"]),
    ("ORDER: The 5/6/2026 hearing will not go forward.", ["hearing_vacated 2026-05-06"]),
    ("ORDER: Time to respond is enlarged from May 6, 2026 to and including May 13, 2026.", ["deadline 2026-05-13"]),
    ("ORDER: Respondents' deadline is reset to May 13, 2026.", ["deadline 2026-05-13"]),
    ("ORDER: The briefing deadlines are continued to May 13, 2026.", ["deadline 2026-05-13"]),
    (
        "ORDER TO SHOW CAUSE: They shall show cause before the Hon. Dana Quill on the 12th day of May, 2026 at 2 p.m."
        + SIGNED,
        ["hearing_scheduled 2026-05-12T14:00"],
    ),
    ("ORDER: Petitioner shall show cause in writing before the Court by May 12, 2026.", ["deadline 2026-05-12"]),
    ("ORDER: The Court will dismiss the case unless Petitioner pays the fee by May 11, 2026.", ["deadline 2026-05-11"]),
    ("ORDER: The Court orders Respondents to file a certificate by May 11, 2026.", ["deadline 2026-05-11"]),
    (
        "ORDER: Respondents shall file a notice not later than 48 hours after entry of this Order." + SIGNED,
        ["deadline 2026-05-06"],
    ),
    ("ORDER: Respondents have 48 hours to comply." + SIGNED, ["deadline 2026-05-06"]),
    (
        "REPORT AND RECOMMENDATION: the parties have 14 days from the date of this report to object." + SIGNED,
        ["deadline 2026-05-18"],
    ),
    ("REPORT AND RECOMMENDATION: The parties have fourteen days to file objections." + SIGNED, ["deadline 2026-05-18"]),
    ("ORDER: Answer due in seven (7) days." + SIGNED, ["deadline 2026-05-11"]),
    ("ORDER: Respondents shall respond by C.O.B. on May 8, 2026.", ["deadline 2026-05-08"]),
    ("ORDER: Respondents shall respond by the close of business on Friday, May 8, 2026.", ["deadline 2026-05-08"]),
    ("ORDER: Following a hearing held on May 4, 2026, the petition is denied.", ["hearing_held 2026-05-04"]),
    (
        "ORDER: As stated on the record at the hearing held today, the petition is denied." + SIGNED,
        ["hearing_held 2026-05-04"],
    ),
    (
        "ORDER TO SHOW CAUSE: Respondents shall show cause before this Court, Courtroom 6, 4 Lake Road, on May 12, "
        "2026 at 3:30 p.m., why Luis Ardo should not be released.",
        ["hearing_scheduled 2026-05-12T15:30"],
    ),
    (
        "TEXT ORDER. Counsel shall be ready at the May 6 appearance, 2:00 p.m., Courtroom 6, to speak of the transfer."
        + SIGNED,
        ["hearing_scheduled 2026-05-06T14:00"],
    ),
    (
        "PER CURIAM ORDER [100] filed directing response to 99 Motion by 05/06/2026 at 12:00 noon.",
        ["deadline 2026-05-06T12:00"],
    ),
]
NOT_DATES = [
    "ORDER: The Court intends to rule no later than May 11, 2026." + SIGNED,
    "ORDER: A decision will issue by May 11, 2026." + SIGNED,
    "ORDER DISMISSING CASE. Luis Ardo was warned that his case would end if no fee was paid by April 17, 2026."
    + SIGNED,
    "JUDGE ORDER: the appeal shall be submitted on May 13, 2026.",
    "ORDER: The immigration court has set a hearing for May 12, 2026." + SIGNED,
    "ORDER: The TRO expires tomorrow." + SIGNED,
    "ORDER: The TRO is extended through tomorrow." + SIGNED,
    "ORDER: Petitioner was arrested the following day, May 2, 2026." + SIGNED,
    "ORDER: The petition was filed on May 1, 2026; that same day, the Court ordered an answer." + SIGNED,
    "ORDER: Counsel for the government says that he will be moved tomorrow." + SIGNED,
    "ORDER: Discovery stay commencing May 18, 2026." + SIGNED,
    "MOTION to be heard on May 12, 2026 by Luis Ardo.",
    "ORDER: Petitioner's claim will be heard by the immigration judge on May 12, 2026." + SIGNED,
    "ORDER: Petitioner's master calendar hearing will be held on May 12, 2026." + SIGNED,
    "ORDER: The undersigned will issue a written ruling on the petition no later than Friday, May 11, 2026." + SIGNED,
    "ORDER: The Court anticipates issuing a decision on or before May 11, 2026." + SIGNED,
    "ORDER: Petitioner shall report to ICE tomorrow at 9:00 a.m." + SIGNED,
    "ORDER: Petitioner shall appear for his ICE check-in on May 12, 2026 at 9:00 a.m." + SIGNED,
    "NOTICE by Respondents that Petitioner's check-in is set for 5/12/2026 at 9:00 AM.",
    "ORDER: Respondents have 14 days remaining on their contract." + SIGNED,
    "ORDER: Petitioner has been held for 14 days after his arrest." + SIGNED,
    "ORDER: For the reasons stated on the record today, the petition is denied." + SIGNED,
    "ORDER: The conference on May 1, 2026 was informative." + SIGNED,
    "MOTION to Adjourn Conference set for Friday, May 15, 2026 by Luis Ardo.",
    "MOTION to Reset Hearing for 5/12/2026 by Luis Ardo.",
    "LETTER from counsel. The hearing on May 12, 2026 should be cancelled.",
    "ORDER denying 9 Motion to Continue Hearing set for May 12, 2026.",
    "ENDORSEMENT: Counsel requests that the time to file be adjourned to 5/12/26. No.",
    "ORDER: time is excluded from 5/4/2026 to 6/4/2026 under the Speedy Trial Act.",
    "ORDER: the matter is submitted without oral argument on May 12, 2026.",
    "ORDER: counsel is appearing for purposes of this proceeding for today." + SIGNED,
    "MINUTE entry: the defendant is ready to plead guilty today." + SIGNED,
    "ORDER: For the reasons stated at the hearing on May 1, 2026, the petition is GRANTED." + SIGNED,
    "ORDER accepting a plea of guilty: On 5/1/2026, Magistrate Judge Quill filed findings." + SIGNED,
    "ORDER: The filing deadline of 5/12/26 and the trial date are vacated.",
    "ORDER: the May 12, 2026 deadline for the answer is vacated.",
    "ORDER: If the action is transferred before May 12, 2026, counsel shall notify the Court.",
    "ORDER: You were counsel in this case before May 1, 2026.",
    "ORDER: Respondents shall not remove Petitioner before May 20, 2026.",
    "ORDER: The Government stated that they will provide the file by 5/18/26.",
    "ORDER: the last day to amend was 5/1/2026.",
    "ORDER: Respondents shall answer within ten days from the date this action is reopened." + SIGNED,
    "ORDER: Respondents shall answer within ten days of their first appearance." + SIGNED,
    "ORDER: Mr. Ardo had been detained for 14 days; respondents were given ten days to answer." + SIGNED,
    "STATUS REPORT: a bond hearing is set for May 12, 2026 before Judge Quill in Courtroom 4.",
    "ORDER: the bond hearing before the immigration judge is set for May 12, 2026.",
    "ORDER granting 3 Motion." + SIGNED,
    "ORDER granting 3 Motion. (Entered: 05/04/2026)",
    "COMPLAINT by Plaintiff. (Filed on 5/4/2026)",
    "NOTICE of Appearance. [Entered: 05/04/2026 03:20 PM]",
    "PETITION for Writ of Habeas Corpus. Born 7/9/1990, he was taken into custody on April 28, 2026.",
    "ORDER: Respondents' report was due April 12, 2026 and has not been filed.",
    "MINUTE ORDER. The Temporary Restraining Order is EXTENDED through May 7, 2026.",
    "STATUS REPORT. The immigration judge held a hearing on May 4, 2026; the next hearing is set for June 1, 2026.",
    "ORDER. The case is stayed until 6/1/2026.",
    "LETTER from counsel dated May 4, 2026 asking that the hearing be held before May 20, 2026.",
    "ORDER: Respondents shall answer within ten days of service.",
    "MOTION for Extension of Time to May 20, 2026 to File Response by Respondents.",
    "ORDER of the district court of May 4, 2026 is affirmed.",
    "ORDER. [Transferred from flsd on 5/4/2026.]",
    "ORDER: 25 years of records.",
]
HANGING = [
    # By that day, by its end, or the day before.
    (
        "ORDER: Hearing set for 5/12/2026 at 10:00 AM. Exhibit list due the day before by noon.",
        ["deadline 2026-05-11T12:00", "hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: Hearing set for 5/12/2026. The list is due the day before the interview.",
        ["hearing_scheduled 2026-05-12"],
    ),
    (
        "ORDER: A conference will be held on May 12, 2026. Respondents shall by 1:00 PM that day report.",
        ["deadline 2026-05-12T13:00", "hearing_scheduled 2026-05-12"],
    ),
    (
        "ORDER: A conference will be held on May 12, 2026. The van came by 1:00 PM that day.",
        ["hearing_scheduled 2026-05-12"],
    ),
    ("ORDER: Luis Ardo was taken on May 1, 2026. He must have left by 1:00 PM that day.", []),
    (
        "TEXT ORDER: A letter is due by the end of the day. So Ordered by Judge Marlow on 5/4/2026.",
        ["deadline 2026-05-04"],
    ),
    ("ORDER: The answer is due by the end of the day on May 6, 2026." + SIGNED, ["deadline 2026-05-06"]),
    ("ORDER: On May 6, 2026 he must answer by the end of the day." + SIGNED, []),
    ("LETTER from counsel on 5/4/2026. A reply is due by the end of the day.", []),
    # The dates of others.
    ("ORDER: The order of May 4, 2026 directing release by May 8, 2026 is ADMINISTRATIVELY STAYED.", []),
    (
        "ORDER: The order of May 4, 2026 directing release by May 8, 2026 is clarified. The report is due May 9, 2026.",
        ["deadline 2026-05-08", "deadline 2026-05-09"],
    ),
    ("NOTICE of Compliance by the Warden. An appeal to the Board of Immigration Appeals is due May 20, 2026.", []),
    ("ORDER: His appeal to the BIA is due May 20, 2026.", []),
    ("NOTICE of Compliance by the Warden. A reply is due May 20, 2026.", ["deadline 2026-05-20"]),
    ("SCHEDULE by Petitioner. Luis Ardo suggests that the response be due May 18, 2026.", []),
    ("PROPOSED SCHEDULE by Petitioner. Luis Ardo suggests that the response be due May 18, 2026.", []),
    ("ORDER certifying a class of people admitted to the country before May 4, 2026.", []),
    ("ORDER: Respondents shall answer before May 4, 2026.", ["deadline 2026-05-04"]),
]
WORDS = [
    # In words, by weekday, without a year, over several days.
    (
        "ORDER: A conference shall be held on the twelfth day of May, 2026, at half past two in the afternoon.",
        ["hearing_scheduled 2026-05-12T14:30"],
    ),
    (
        "ORDER: the hearing is continued to the 19th of May, 2026 at 10 o'clock a.m.",
        ["hearing_scheduled 2026-05-19T10:00"],
    ),
    ("NOTICE OF HEARING: Hearing set for **5/12/2026** at **09:00 AM**.", ["hearing_scheduled 2026-05-12T09:00"]),
    ("ORDER: Trial is set for May 30 through June 2, 2026.", ["hearing_scheduled 2026-05-30"]),
    ("ORDER: Hearing set for May 12, 2026 in Courtroom 4B at 10:00 AM.", ["hearing_scheduled 2026-05-12T10:00"]),
    ("MINUTE entry: Supplemental brief due 5/8." + SIGNED, ["deadline 2026-05-08"]),
    ("MINUTE entry: 1/2 day hearing; brief due 1/2." + SIGNED, []),
    ("ORDER: Respondents must answer by Thursday at noon." + SIGNED, ["deadline 2026-05-07T12:00"]),
    ("ORDER: Counsel to confer and file a form of order by Friday at 5." + SIGNED, ["deadline 2026-05-08T17:00"]),
    ("ORDER: Respondents must answer by Friday, May 8." + SIGNED, ["deadline 2026-05-08"]),
    ("ORDER: Respondents must answer by Monday." + SIGNED, []),
    ("ORDER: Respondents must answer by next Friday." + SIGNED, []),
    ("ORDER: Respondents must answer by Friday. (Entered: 05/04/2026)", []),
    ("ORDER: Respondents must explain why he was moved on Thursday." + SIGNED, []),
    ("ORDER: Exhibits are due the Friday before the hearing." + SIGNED, []),
    ("ORDER: The Warden shall release him by 4:00 p.m. this date." + SIGNED, ["deadline 2026-05-04T16:00"]),
    ("ORDER: Respondents shall comply with the Order entered this date." + SIGNED, []),
    (
        "ORDER: A paper dated 5/1/2026 shall be produced by 5:00 p.m. tomorrow." + SIGNED,
        ["deadline 2026-05-05T17:00"],
    ),
    (
        "ORDER resetting the hearing from December 29 to January 5, 2027.",
        ["hearing_scheduled 2027-01-05", "hearing_vacated 2026-12-29"],
    ),
    (
        "NOTICE of setting: Conference set for 1/13/2025 at 9:00 AM. (Entered: 01/06/2026)",
        ["hearing_scheduled 2026-01-13T09:00"],
    ),
    # Counted from a hearing, or from what is due.
    (
        "ORDER: Hearing set for 5/12/2026 at 10:00 AM. Exhibits are to be delivered 48 hours before the hearing.",
        ["deadline 2026-05-10T10:00", "hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "NOTICE OF HEARING: Hearing set for 5/26/2026. Lists shall be exchanged two court days before.",
        ["deadline 2026-05-21", "hearing_scheduled 2026-05-26"],
    ),
    (
        "ORDER: Hearing set for 5/12/2026, conference set for 5/20/2026. Lists are due 3 days before the hearing.",
        ["hearing_scheduled 2026-05-12", "hearing_scheduled 2026-05-20"],
    ),
    (
        "ORDER: Argument set for May 12, 2026. Briefs are due by 4:00 p.m. the preceding day.",
        ["deadline 2026-05-11T16:00", "hearing_scheduled 2026-05-12"],
    ),
    (
        "ORDER: Answer due May 8, 2026; reply within two business days of that date.",
        ["deadline 2026-05-08", "deadline 2026-05-12"],
    ),
    ("ORDER: Answer due May 8, 2026. Reply within two days of that filing." + SIGNED, ["deadline 2026-05-08"]),
    ("ORDER: The answer, due May 8, 2026, is hereby extended one week.", ["deadline 2026-05-15"]),
    (
        "ORDER: The reply date is moved from May 8, 2026 to May 12, 2026.",
        ["deadline 2026-05-12"],
    ),
    ("ORDER: The case is stayed until May 26, 2026, by which date counsel shall report.", ["deadline 2026-05-26"]),
    (
        "ORDER: Hearing set for 5/12/2026. He shall be brought two hours before the hearing.",
        ["hearing_scheduled 2026-05-12"],
    ),
    (
        "ORDER: Hearing set for 5/12/2026. The return was filed two days before the hearing.",
        ["hearing_scheduled 2026-05-12"],
    ),
    ("ORDER: A return shall be made within a week." + SIGNED, ["deadline 2026-05-11"]),
    ("ORDER: Show cause hearing on the petition: Tuesday, May 12, 2026.", ["hearing_scheduled 2026-05-12"]),
    # Held, not held, resumed, given up.
    ("ORDER: The Court will not hold the hearing set for May 12, 2026.", ["hearing_vacated 2026-05-12"]),
    ("ORDER: Friday's hearing is vacated." + SIGNED, ["hearing_vacated 2026-05-08"]),
    ("ORDER: This matter came before the Court for a hearing on May 1, 2026.", ["hearing_held 2026-05-01"]),
    ("ORDER: Their motion came on for hearing in the superior court on May 1, 2026.", []),
    (
        "MINUTE ENTRY for proceedings held before Judge Marlow on 5/4/2026: Show cause hearing not held.",
        ["hearing_not_held 2026-05-04"],
    ),
    (
        "ORDER: The trial, held in part on May 4, 2026, shall resume on May 6, 2026 at 9:00 a.m.",
        ["hearing_held 2026-05-04", "hearing_scheduled 2026-05-06T09:00"],
    ),
    ("MINUTE entry: Day 2 to begin 5/5/2026 at 9:30 a.m.", ["hearing_scheduled 2026-05-05T09:30"]),
    (
        "ORDER: A hearing was set for May 4, 2026. Nobody came. The hearing is continued to May 6, 2026.",
        ["hearing_scheduled 2026-05-06", "hearing_vacated 2026-05-04"],
    ),
    (
        "NOTICE OF CANCELLATION of hearing: Hearing on 3 Motion, Friday, May 8, 2026, 10:00 AM, Room 2, is cancelled.",
        ["hearing_vacated 2026-05-08T10:00"],
    ),
    ("ORDER: The 5/12/2026 Hearing on 3 Motion was set in error.", ["hearing_vacated 2026-05-12"]),
    ("ORDER adjourning 5/12/2026 Motion Hearing.", ["hearing_vacated 2026-05-12"]),
    (
        "ORDER: The request to adjourn the conference set for May 12, 2026 is denied.",
        ["hearing_scheduled 2026-05-12"],
    ),
    (
        "ORDER: He was taken before an immigration judge, and the Court CANCELS the hearing set for May 12, 2026.",
        ["hearing_vacated 2026-05-12"],
    ),
    ("ORDER: On May 1, 2026 the Court ordered a bond hearing before May 4, 2026.", []),
    ("ORDER: Counsel are asked to file by May 8, 2026 whatever they rely on.", ["deadline 2026-05-08"]),
]


OTHERWISE = [
    (
        "ORDER: In view of the hearing set for May 10, 2026 before the immigration judge, the conference on May 6, "
        "2026 at 2:30 p.m. is vacated.",
        ["hearing_vacated 2026-05-06T14:30"],
    ),
    (
        "ORDER: Because Luis Ardo will have a bond hearing in immigration court on May 9, 2026, the hearing in this "
        "Court set for May 6, 2026 is cancelled.",
        ["hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: Status Conference set for 5/6/2026 at 10:00 AM is vacated, the parties having advised that a master "
        "calendar hearing will be held in immigration court on 5/9/2026.",
        ["hearing_vacated 2026-05-06T10:00"],
    ),
    (
        "ORDER: Show cause hearing, set for today at 1:30 PM, will be held 5/18/2026 at 1:30 PM." + SIGNED,
        ["hearing_scheduled 2026-05-18T13:30", "hearing_vacated 2026-05-04T13:30"],
    ),
    (
        "ORDER: The hearing set for 5/6/2026 will take place 5/18/2026 at 1:30 PM.",
        ["hearing_scheduled 2026-05-18T13:30", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing set for 5/6/2026 will now occur Monday, 5/18/2026 at 1:30 PM.",
        ["hearing_scheduled 2026-05-18T13:30", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing set for May 6, 2026 is put over to May 9, 2026.",
        ["hearing_scheduled 2026-05-09", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing set for May 6, 2026 is pushed back to May 9, 2026 at 9:00 a.m.",
        ["hearing_scheduled 2026-05-09T09:00", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing set for May 6, 2026 is moved up to May 5, 2026, at 9:00 a.m.",
        ["hearing_scheduled 2026-05-05T09:00", "hearing_vacated 2026-05-06"],
    ),
    (
        "ORDER: The hearing on the petition set for Tuesday, May 12, 2026 is brought forward to Monday, May 11, 2026 "
        "at 9:00 a.m.",
        ["hearing_scheduled 2026-05-11T09:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The hearing set for May 12, 2026 is accelerated to May 11, 2026.",
        ["hearing_scheduled 2026-05-11", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The hearing set for May 12, 2026 is carried to May 18, 2026.",
        ["hearing_scheduled 2026-05-18", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The hearing set for May 12, 2026 is deferred to May 18, 2026.",
        ["hearing_scheduled 2026-05-18", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The hearing set for May 12, 2026 is postponed until May 18, 2026.",
        ["hearing_scheduled 2026-05-18", "hearing_vacated 2026-05-12"],
    ),
    (
        "NOTICE VACATING HEARING: the status conference on 5/13/2026 at 03:00 PM is vacated.",
        ["hearing_vacated 2026-05-13T15:00"],
    ),
    (
        "NOTICE TO APPEAR BY VIDEO CONFERENCE: Motion Hearing set for 5/15/2026 at 02:00 PM before Judge Marlow. "
        "Supplemental briefs to be filed two business days before the hearing.",
        ["deadline 2026-05-13", "hearing_scheduled 2026-05-15T14:00"],
    ),
    (
        "NOTICE TO APPEAR: Status Conference set for 5/15/2026 at 02:00 PM before Judge Marlow. Exhibits are due 24 "
        "hours before the hearing.",
        ["deadline 2026-05-14T14:00", "hearing_scheduled 2026-05-15T14:00"],
    ),
    ("ORDER: The declaration, now due May 6, shall be filed by noon on May 5." + SIGNED, ["deadline 2026-05-05T12:00"]),
    ("ORDER: The return, due May 8, 2026, will be due May 15, 2026.", ["deadline 2026-05-15"]),
    ("ORDER: The brief, which is due May 8, 2026, may be filed by May 15, 2026.", ["deadline 2026-05-15"]),
    ("ORDER: The reply due May 8, 2026 shall instead be filed by May 12, 2026.", ["deadline 2026-05-12"]),
    ("ORDER: The time to answer is extended, nunc pro tunc, to May 1, 2026.", []),
    ("ORDER: Respondents move to continue the May 6, 2026 hearing to May 9, 2026. The motion is denied.", []),
    ("ORDER: Respondents want the hearing reset for May 9, 2026. The request is refused.", []),
    ("ORDER: The motion is taken under advisement following argument on May 1, 2026.", ["hearing_held 2026-05-01"]),
    (
        "ORDER: Argument having been heard on May 1, 2026, the matter is taken under advisement.",
        ["hearing_held 2026-05-01"],
    ),
    (
        "ORDER: After argument on May 1, 2026, the Court took the petition under advisement.",
        ["hearing_held 2026-05-01"],
    ),
    (
        "ORDER: The Court heard argument on May 1, 2026 and took the motion under advisement.",
        ["hearing_held 2026-05-01"],
    ),
    (
        "ORDER: After a hearing on May 1, 2026, the Court takes the motion under advisement.",
        ["hearing_held 2026-05-01"],
    ),
    ("ORDER: Upon oral argument of May 1, 2026, decision is reserved.", ["hearing_held 2026-05-01"]),
    ("ORDER: For the reasons stated at argument on May 1, 2026, the petition is GRANTED.", []),
    (
        "ORDER: The 9:30 a.m. hearing on 05/12/2026 is CONVERTED to a videoconference; the date and hour are "
        "unchanged.",
        ["hearing_scheduled 2026-05-12T09:30"],
    ),
    ("ORDER: The 2:00 p.m. conference on May 12, 2026 is vacated.", ["hearing_vacated 2026-05-12T14:00"]),
    (
        "ORDER: The 10:00 a.m. status conference set for May 12, 2026 will go forward.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    (
        "ORDER: The 10:00 a.m. hearing scheduled for May 12, 2026 is moved to May 19, 2026 at 2:00 p.m.",
        ["hearing_scheduled 2026-05-19T14:00", "hearing_vacated 2026-05-12T10:00"],
    ),
    ("ORDER: The 1:30 p.m. oral argument of May 12, 2026 is cancelled.", ["hearing_vacated 2026-05-12T13:30"]),
    (
        "ORDER: The response is due on or before May 6, 2026, and any reply is due seven days after that date.",
        ["deadline 2026-05-06", "deadline 2026-05-13"],
    ),
    (
        "ORDER: Respondents shall answer by 5:00 p.m. on May 6, 2026. Luis Ardo will have 48 hours from that time to "
        "reply.",
        ["deadline 2026-05-06T17:00", "deadline 2026-05-08T17:00"],
    ),
    (
        "ORDER: Respondents shall file a response by 5:00 p.m. on the first Monday in May (5/4/2026).",
        ["deadline 2026-05-04T17:00"],
    ),
    (
        "ORDER: Respondents shall answer by close of business on the second Friday of May (May 8, 2026).",
        ["deadline 2026-05-08"],
    ),
    (
        "ORDER: A hearing is set for 10:00 a.m. on the first Tuesday in May (5/5/2026).",
        ["hearing_scheduled 2026-05-05T10:00"],
    ),
    (
        "NOTICE: The hearing on the motion 4 will now begin at 1:30 p.m. on May 13, 2026, and not at 10:00 a.m. as "
        "previously noticed.",
        ["hearing_scheduled 2026-05-13T13:30", "hearing_vacated 2026-05-13T10:00"],
    ),
    (
        "ORDER RESETTING TIME. The hearing will now begin at 1:30 p.m. on May 13, 2026, instead of 10:00 a.m.",
        ["hearing_scheduled 2026-05-13T13:30", "hearing_vacated 2026-05-13T10:00"],
    ),
    (
        "ORDER: The conference will be at 1:30 p.m. on May 13, 2026 rather than at 10:00 a.m.",
        ["hearing_scheduled 2026-05-13T13:30", "hearing_vacated 2026-05-13T10:00"],
    ),
    (
        "CASE CALENDARING, for argument on 05/15/2026, B Panel, 10:00am, Courtroom 3, SET.",
        ["hearing_scheduled 2026-05-15T10:00"],
    ),
    (
        "NOTICE OF HEARING: Status Conference set for 5/15/2026, Courtroom 3, 2:00 PM before Judge Marlow.",
        ["hearing_scheduled 2026-05-15T14:00"],
    ),
    (
        "ORDER: A hearing is set for May 15, 2026 before Judge Marlow in Courtroom 5A at 2:00 p.m.",
        ["hearing_scheduled 2026-05-15T14:00"],
    ),
    ("ARGUED & SUBMITTED in Fairview to Judges Wen Castell, Ada P. Quorn on 05/12/2026.", ["hearing_held 2026-05-12"]),
    ("CASE ARGUED before Judges Castell, Quorn and Marlow on 05/12/2026.", ["hearing_held 2026-05-12"]),
    ("ORAL ARGUMENT heard on 05/12/2026 by Castell, Quorn, Marlow.", ["hearing_held 2026-05-12"]),
    ("Case argued and submitted on 05/12/2026.", ["hearing_held 2026-05-12"]),
    (
        "NOTIFICATION of oral argument. The case is listed for Tuesday, May 12, 2026 at 10:00 a.m. in the Ninth "
        "Floor Courtroom. Counsel who will argue shall so advise the Clerk within seven (7) days of the date of this "
        "notice, May 4, 2026.",
        ["deadline 2026-05-11", "hearing_scheduled 2026-05-12T10:00"],
    ),
    ("ORDER: Respondents shall answer within 14 days of the date of this order, May 4, 2026.", ["deadline 2026-05-18"]),
    (
        "ORDER: Respondents shall file a status update daily at 4:00 p.m., beginning May 11, 2026 and ending when he "
        "is returned.",
        ["deadline 2026-05-11T16:00"],
    ),
    (
        "ORDER: Respondents shall file a report every Friday at noon, starting May 8, 2026.",
        ["deadline 2026-05-08T12:00"],
    ),
    ("ORDER: Reports are due by 5:00 p.m. each Monday, commencing May 11, 2026.", ["deadline 2026-05-11T17:00"]),
    (
        "ORDER: A Status Hearing is SET for Wednesday, January 14, 2025, at 11:00 a.m. Signed by Judge Marlow on "
        "12/29/2025.",
        ["hearing_scheduled 2026-01-14T11:00"],
    ),
    ("ORDER: Reply memo due by 12:00 p.m. HST May 8, 2026.", ["deadline 2026-05-08T12:00 HST"]),
    ("ORDER: Hearing set for 9:00 a.m. AKST on May 8, 2026.", ["hearing_scheduled 2026-05-08T09:00 AKST"]),
    ("ORDER: Answer due May 8, 2026 by 4:00 p.m. ChST.", ["deadline 2026-05-08T16:00 CHST"]),
    ("ORDER: Answer due May 8, 2026 by 4:00 p.m. (AST).", ["deadline 2026-05-08T16:00 AST"]),
    ("ORDER: Response due by 4:00 p.m. local time on May 8, 2026.", ["deadline 2026-05-08T16:00"]),
    ("ORDER: Response due by 4:00 p.m. Eastern Daylight Time (EDT) on May 8, 2026.", ["deadline 2026-05-08T16:00 ET"]),
    ("ORDER: Hearing set for May 8, 2026 at 9:00 a.m. Alaska time.", ["hearing_scheduled 2026-05-08T09:00 AKT"]),
    (
        "SETTING LETTER: Report Date set for Thursday 5/21/2026 at 9:00 AM, Courtroom 4, before Judge Marlow.",
        ["hearing_scheduled 2026-05-21T09:00"],
    ),
    (
        "ORDER: The Court STRIKES the hearing of May 8, 2026, and DIRECTS Respondents to lodge a report by May 9, "
        "2026.",
        ["deadline 2026-05-09", "hearing_vacated 2026-05-08"],
    ),
    (
        "ORDER: The Court cancels the status conference on May 8, 2026 at 2:00 p.m.",
        ["hearing_vacated 2026-05-08T14:00"],
    ),
    ("ORDER vacating the hearing of May 8, 2026.", ["hearing_vacated 2026-05-08"]),
    ("ORDER issued May 5, 2026, 2:10 p.m.: Respondents shall answer within 48 hours.", ["deadline 2026-05-07T14:10"]),
    (
        "ORDER: Luis Ardo, who entered on May 9, 2021, is entitled to a bond hearing within 10 days. So ordered "
        "November 25, 2025.",
        ["deadline 2025-12-05"],
    ),
    (
        "ORDER: Luis Ardo entered the United States on May 9, 2021. Respondents shall answer within 3 days. Dated: "
        "November 25, 2025.",
        ["deadline 2025-11-28"],
    ),
    (
        "ORDER: The removal order issued on May 9, 2021. Respondents shall answer within 3 days. Signed November 25, "
        "2025.",
        ["deadline 2025-11-28"],
    ),
    (
        "ORDER: this case is removed from the May 11, 2026 oral argument calendar in Fairview.",
        ["hearing_vacated 2026-05-11"],
    ),
    ("ORDER: the case is taken off the May 11, 2026 argument calendar.", ["hearing_vacated 2026-05-11"]),
    ("ORDER: the matter is stricken from the calendar for May 11, 2026.", ["hearing_vacated 2026-05-11"]),
    ("ORDER: argument in this case is removed from the calendar of May 11, 2026.", ["hearing_vacated 2026-05-11"]),
    (
        "ORDER: The parties should be prepared to discuss trial dates, with the first trial to begin not later than "
        "June 4, 2026. The Court proposes the following schedule.",
        [],
    ),
    (
        "ORDER: Luis Ardo was returned within two days of the order. Respondents shall file a certificate by May 8, "
        "2026." + SIGNED,
        ["deadline 2026-05-08"],
    ),
    (
        "ORDER: The Court will enter a written order later today; Respondents shall keep Luis Ardo in Lake County."
        + SIGNED,
        [],
    ),
    ("ORDER: The Court will issue its ruling today." + SIGNED, []),
    ("ORDER: The clerk will mail this order today." + SIGNED, []),
    ("ORDER: Chambers received word by e-mail this morning that Luis Ardo is in Lake County." + SIGNED, []),
    ("ORDER: The hearing held on May 1 was not the hearing this Court ordered." + SIGNED, []),
    (
        "ORDERED that Respondents show cause on 5/15/2026 at 11:00 AM before Judge Marlow why an injunction should "
        "not be entered.",
        ["hearing_scheduled 2026-05-15T11:00"],
    ),
    (
        "ORDER: Respondents shall show cause on May 15, 2026 at 10:00 a.m. in Courtroom 5 why the writ should not "
        "issue.",
        ["hearing_scheduled 2026-05-15T10:00"],
    ),
    (
        "ORDER: unless a bond hearing takes place on or before May 9, 2026, Luis Ardo must be released that day.",
        ["deadline 2026-05-09"],
    ),
    ("ORDER: Bench Trial set for 9:00 a.m. daily, beginning May 11, 2026.", ["hearing_scheduled 2026-05-11T09:00"]),
    ("ORDER: The Court will rule promptly; Respondents shall answer today." + SIGNED, ["deadline 2026-05-04"]),
    ("ORDER: Petitioner is removed from the May 11, 2026 flight manifest.", []),
    ("ORDER: Respondents shall file by 10:00 a.m. the transcript of the hearing on May 1, 2026.", []),
    (
        "ORDER: The hearing now set for May 12, 2026 is held over until May 14, 2026 at 9:00 a.m.",
        ["hearing_scheduled 2026-05-14T09:00", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER: The hearing set for May 12, 2026 is advanced one day to May 11, 2026.",
        ["hearing_scheduled 2026-05-11", "hearing_vacated 2026-05-12"],
    ),
    ("ORDER: The deadline of May 12, 2026 is put over to May 14, 2026.", ["deadline 2026-05-14"]),
    ("ORDER: Answer deadline of May 12, 2026 is moved up to May 10, 2026.", ["deadline 2026-05-10"]),
    ("ORDER: The case is listed for disposition on the briefs on May 12, 2026.", []),
    ("ORDER: Respondents' deadline to answer is hereby reset for May 15, 2026.", ["deadline 2026-05-15"]),
    ("ORDER: The hearing scheduled for May 15, 2026 is hereby called off.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: The hearing scheduled for May 15, 2026 is dispensed with.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: The hearing scheduled for May 15, 2026 is dropped from the calendar.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: The Court dispenses with the hearing set for May 15, 2026.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: The Court takes off calendar the hearing set for May 15, 2026.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: The hearing of May 15, 2026 is deemed unnecessary and vacated.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: The hearing set for May 15, 2026 is hereby struck.", ["hearing_vacated 2026-05-15"]),
    (
        "ORDER: Given the stipulation, there is no need for the hearing set for May 15, 2026, which is cancelled.",
        ["hearing_vacated 2026-05-15"],
    ),
    ("ORDER: The hearing set for May 15, 2026, is, on consent, vacated.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: The hearing set for May 15, 2026 on the motion to dismiss is vacated.", ["hearing_vacated 2026-05-15"]),
    ("ORDER: Hearing set for May 15, 2026 on whether the case is moot.", ["hearing_scheduled 2026-05-15"]),
    ("ORDER: Hearing set for May 15, 2026 on the motion, and the stay is vacated.", ["hearing_scheduled 2026-05-15"]),
    ("ORDER: Hearing set for May 15, 2026 on why Luis Ardo is not released.", ["hearing_scheduled 2026-05-15"]),
    ("ORDER: The TRO, set to expire May 12, 2026, is moved up to May 11, 2026.", []),
    ("ORDER: Judgment was entered on May 9, 2021. Respondents shall answer within 3 days.", []),
]
"""Moved, taken off, told of and counted in other words."""
BEHIND = [
    (
        "CASE PLACED ON CALENDAR for argument before a panel of three judges - Tuesday, May 12, "
        "2026 at 9:00 A.M. in Elm.",
        ["hearing_scheduled 2026-05-12T09:00"],
    ),
    (
        "CALENDARED FOR ORAL ARGUMENT: Date: 05/12/2026 Time: 9:00 am Location: Elm Street.",
        ["hearing_scheduled 2026-05-12T09:00"],
    ),
    ("CASE CALENDARED for oral argument. Date: 05/12/2026. Time 8:30 a.m.", ["hearing_scheduled 2026-05-12T08:30"]),
    (
        "Oral argument is scheduled. Argument date: 5/12/2026. Registration Time: 8:45.",
        ["hearing_scheduled 2026-05-12"],
    ),
    ("CASE PLACED ON CALENDAR for oral argument - Tuesday, 5/12/2026.", ["hearing_scheduled 2026-05-12"]),
    (
        "CASE CALENDARING, for argument on 05/12/2026, A Panel, in Courtroom 3, 10:00 AM, SET.",
        ["hearing_scheduled 2026-05-12T10:00"],
    ),
    ("CASE REMOVED FROM CALENDAR for argument on Tuesday, May 12, 2026 in Elm.", ["hearing_vacated 2026-05-12"]),
    ("NOTICE OF HEARING DATE acknowledgment, for argument on 05/12/2026, FILED.", []),
    ("Calendar check performed on 05/12/2026.", []),
    ("MOTION to reschedule. The case was calendared for oral argument. Date: 05/12/2026.", []),
    (
        "ORDER: Respondent to answer within 21 days, Petitioner may traverse within 14 days after "
        "that. Signed by Judge Doe on 5/4/2026.",
        ["deadline 2026-05-25"],
    ),
    (
        "ORDER: Respondent to answer within 21 days, Petitioner may reply within 14 days later. "
        "Signed by Judge Doe on 5/4/2026.",
        ["deadline 2026-05-25"],
    ),
    ("ORDER: Petitioner may reply within 14 days after the government files. Signed by Judge Doe on 5/4/2026.", []),
    ("ORDER: Petitioner may reply within 14 days once it is in. Signed by Judge Doe on 5/4/2026.", []),
    ("ORDER: Petitioner may reply within 14 days of service of the answer. Signed by Judge Doe on 5/4/2026.", []),
    (
        "ORDER: Objections are due within 14 days of the filing of this Report. Signed by Judge Doe on 5/4/2026.",
        ["deadline 2026-05-18"],
    ),
    ("ORDER: The demand for release of all records within 20 days is denied. Signed by Judge Doe on 5/4/2026.", []),
    ("ORDER: By May 8, 2026, Luis Ardo shall report to the ICE office in Elm.", []),
    ("ORDER: On or before May 8, 2026, Petitioner must appear at the ERO field office in person.", []),
    (
        "ORDER: Within seven days, Petitioner shall report to his deportation officer. Signed by "
        "Judge Doe on 5/4/2026.",
        [],
    ),
    ("ORDER: If by May 8, 2026 Respondents shall not have released him, a hearing will follow.", []),
    ("ORDER: The Court said that by May 8, 2026 it will rule.", []),
    ("ORDER: That by May 8, 2026 the Court will enter a written opinion.", []),
    ("ORDER: Within seven days the Court will issue a written opinion. Signed by Judge Doe on 5/4/2026.", []),
    ("ORDER: Petitioner is granted until May 9, 2026, to file a traverse.", ["deadline 2026-05-09"]),
    (
        "ORDER: Respondents shall release Luis Ardo within 24 hours of this Order and shall file a declaration of his "
        "release within 48 hours of this Order. Signed by Judge Doe on 5/4/2026.",
        ["deadline 2026-05-05", "deadline 2026-05-06"],
    ),
    ("ORDER: The hearing of May 1, 2026 did not satisfy the order, for nobody bore the burden.", []),
    (
        "MINUTE ENTRY: Motion Hearing held on 5/4/2026. Each side may file a letter brief of no more than five pages "
        "by 5/21/2026.",
        ["deadline 2026-05-21", "hearing_held 2026-05-04"],
    ),
    (
        "PROPOSED FINDINGS AND RECOMMENDED DISPOSITION by Magistrate Judge Doe. Objections due by 5/24/2026.",
        ["deadline 2026-05-24"],
    ),
    ("[PROPOSED] ORDER lodged by Petitioner. It sets a hearing for May 18, 2026 at 10:00 a.m.", []),
    ("PROPOSED ORDER. The response is due by 5/24/2026.", []),
    ("STIPULATION re 79 Order AND [PROPOSED] ORDER continuing the hearing from May 8, 2026 to May 15, 2026.", []),
    (
        "ORDER: The Pretrial Conference of May 6, 2026 and trial of May 21, 2026 at 8:30 AM are VACATED.",
        ["hearing_vacated 2026-05-06", "hearing_vacated 2026-05-21T08:30"],
    ),
]
"""Days that stand before what is due, terms that run from something else, calendars of the courts of appeals."""


@pytest.mark.parametrize(
    ("text", "expected"), [*DEADLINES, *HEARINGS, *DISTRICTS, *CLERKS, *BESIDE, *HANGING, *WORDS, *OTHERWISE, *BEHIND]
)
def test_dates_of_the_case(text: str, expected: list[str]) -> None:
    """Is every hearing and deadline read, with its hour and zone as written?"""
    assert dates(text) == sorted(expected)


DUE = [
    (
        "ORDER: By May 8, 2026 Respondents shall release Petitioner at the Elm Street gate to his aunt.",
        "Respondents shall release Petitioner",
    ),
    ("ORDER: By May 8, 2026 he must be released from the Elm Street jail.", "he must be released"),
    (
        "ORDER: FURTHER that on or before 5/8/2026 the Sheriff shall file a certification that "
        "every deputy has a copy.",
        "the Sheriff shall file a certification that every deputy has a copy",
    ),
    (
        "ORDER: 1 Petition GRANTED to the extent that, no later than 5/8/2026, he must be brought "
        "before a judge for a hearing at which the government has the burden.",
        "he must be brought before a judge for a hearing",
    ),
    (
        "ORDER: Upon posting of bond he shall be released the same day, and Respondents shall so certify by 5/8/2026.",
        "Respondents shall so certify",
    ),
    (
        "ORDER: Petitioner is to be released under the terms of his 2011 order of supervision by May 8, 2026.",
        "released under the terms of his 2011 order of supervision",
    ),
    (
        "ORDER: Respondents shall, no later than May 8, 2026, provide a bond hearing.",
        "Respondents shall provide a bond hearing",
    ),
    (
        "ORDER: Respondents are ordered by May 8, 2026 to release Petitioner.",
        "Respondents are ordered to release Petitioner",
    ),
    ("ORDER: Respondents shall release him and, on or before May 8, 2026, file a declaration.", "file a declaration"),
    (
        "ORDER: Within seven days, Respondents shall hold a bond hearing. Signed by Judge Doe on 5/4/2026.",
        "Respondents shall hold a bond hearing",
    ),
    (
        "ORDER: Petitioner shall be released, by May 8, 2026, and Respondents shall file a report.",
        "Petitioner shall be released",
    ),
    ("ORDER: Appellants' brief due 5/8/2026.", "Appellants' brief"),
    ("[1] [7459001] Transcript information sheet due by 05/08/2026.", "Transcript information sheet"),
    ("BRIEFING NOTICE ISSUED Appellant's Brief Due on 05/08/2026.", "Appellant's Brief"),
    ("EO: Hearing on 12 Motion to Enforce is set for 5/8/2026 at 09:30 AM.", "Hearing"),
    (
        "Minute Entry for proceedings held before Judge Ann P. Marlow: MOTION HEARING held on 5/8/2026.",
        "MOTION HEARING",
    ),
    (
        "Minute Entry for proceedings held before JUDGE ANN J. MARLOW Show Cause Hearing held on 5/8/26.",
        "Show Cause Hearing",
    ),
    ("Minute Entry before Judge Marlow Settlement/Status Conference held on 5/8/2026.", "Settlement/Status Conference"),
    ("ARGUED & SUBMITTED in Elm to Judges Ann P. Marlow, Bo Oake on 05/08/2026.", "argument"),
    ("CASE PLACED ON CALENDAR for argument before three judges - 5/8/2026.", "argument"),
]


@pytest.mark.parametrize(("text", "what"), DUE)
def test_what_is_due_or_heard(text: str, what: str) -> None:
    """Is it said in the words of the entry, without a heading, a judge's name or the date before it?"""
    assert [date.what for date in read_text(text).dates] == [what]


SAID = [
    ("EP: VTC Hearing re 7 Motion for Preliminary Injunction held on 5/4/2026.", ["hearing_held"]),
    ("TRANSCRIPT of Hearing re 7 Motion for Preliminary Injunction held on 5/4/2026.", []),
    ("MINUTE entry: Telephone status held. The petition is moot.", ["hearing_held"]),
    ("MINUTE entry: Tomorrow's status hearing is moved to 9:30 AM.", ["hearing_scheduled reset"]),
    ("MINUTE Entry: Hearing held on Friday." + SIGNED, ["hearing_held"]),
    ("ORDER: Respondents shall say by 5:00 PM today where he is.", ["deadline_set"]),
    (
        "ORDER: Hearing set for 5/12/2026, conference set for 5/20/2026. Lists are due 3 days before the hearing.",
        ["deadline_set", "hearing_scheduled set", "hearing_scheduled set"],
    ),
    ("ORDER: Hearing held on 5/4/2026 and continued to 5/12/2026.", ["hearing_held", "hearing_scheduled set"]),
    ("ORDER: Status hearing held. Status hearing continued to 5/12/2026.", ["hearing_held", "hearing_scheduled set"]),
    ("ORDER: The hearing is continued to 5/12/2026.", ["hearing_scheduled reset"]),
    ("Set/Reset Hearings as to Luis Ardo: Status Conference set for 5/12/2026.", ["hearing_scheduled set"]),
    ("Reset Hearings: Status Conference reset for 5/12/2026.", ["hearing_scheduled reset"]),
    ("Detention Hearing as to Luis Ardo, Ana Ardo held Judge: Quill", ["hearing_held"]),
    ("Initial Appearance as to Luis Ardo held. Told of his rights.", ["hearing_held"]),
    ("Pretrial Conference held before Judge Marlow.", ["hearing_held"]),
    ("Minute Entry: INQUIRY ABOUT COUNSEL as to Luis Ardo held before Magistrate Judge Quill.", ["hearing_held"]),
    ("Minute Entry for proceedings held before Judge Marlow. Petitioner present.", ["hearing_held"]),
    ("EP: MINUTES: Motion to Suppress. Counsel present.", ["hearing_held"]),
    ("MINUTES before Judge Marlow guilty plea entered by Luis Ardo", ["hearing_held"]),
    ("CASE argued. Panel: Marlow and Quill.", ["hearing_held"]),
    ("ORDER: The Court has held an initial conference.", ["hearing_held"]),
    ("ORDER: the hearing is to be held later.", []),
    ("MINUTE entry: Conference as to Luis Ardo not held.", []),
    ("TRANSCRIPT of hearing held on 5/4/2026.", []),
    ("WITNESS LIST from Bench Trial held 5/4/2026.", []),
    ("Terminate Deadlines and Hearings as to Luis Ardo: Plea and Sentence CANCELED", ["hearing_scheduled vacated"]),
    ("ORDER: Bench trial of this case is continued until further notice.", ["hearing_scheduled vacated"]),
    ("MINUTE entry: Court canceled the hearing.", ["hearing_scheduled vacated"]),
    ("ORDER vacating stay of proceedings.", []),
    ("ORDER: the Court vacates the trial court's ruling.", []),
    ("ORDER VACATING 20 Order Referring Settlement Conference to Magistrate Judge Quill.", []),
    ("ORDER: Respondents shall answer within ten days of their first appearance." + SIGNED, ["deadline_set"]),
    (
        "ORDER: Respondents shall answer within 7 days of this Order; reply, if any, 3 days thereafter." + SIGNED,
        ["deadline_set", "deadline_set"],
    ),
    ("BRIEFING schedule: the reply brief will be due 21 days following service of the answering brief.", []),
    ("ORDER: Any reply is due 7 days after the answer is filed." + SIGNED, []),
    (
        "MINUTE entry: conference reset to 5/12/2026; report due 7 days prior." + SIGNED,
        ["hearing_scheduled reset", "deadline_set"],
    ),
    ("ORDER: If the motion is withdrawn, the hearing is vacated.", []),
    ("ORDER: The motion is withdrawn. The hearing is vacated.", ["hearing_scheduled vacated"]),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_events_of_dates(text: str, expected: list[str]) -> None:
    """Is a hearing set, reset, taken off or held also without a day, and is nothing held by a paper?"""
    found = [event for event in read_text(text).events if event.type in DATED]
    assert sorted(f"{event.type} {event.outcome or ''}".strip() for event in found) == sorted(expected)


@pytest.mark.parametrize("text", NOT_DATES)
def test_dates_of_something_else(text: str) -> None:
    """Are signatures, entry dates, history, wishes and other courts' hearings left?"""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3/4/2026", dt.date(2026, 3, 4)),
        ("3/4/26", dt.date(2026, 3, 4)),
        ("3/4/99", dt.date(1999, 3, 4)),
        ("03-04-2026", dt.date(2026, 3, 4)),
        ("March 4, 2026", dt.date(2026, 3, 4)),
        ("Sept. 4, 2026", dt.date(2026, 9, 4)),
        ("4th day of March, 2026", dt.date(2026, 3, 4)),
        ("January 2", dt.date(2026, 1, 2)),
        ("March 4 - 6, 2026", dt.date(2026, 3, 4)),
        ("March 4-6, 2026", dt.date(2026, 3, 4)),
        ("March 4 and 5, 2026", dt.date(2026, 3, 4)),
        ("the fourth of March, 2026", dt.date(2026, 3, 4)),
        ("twenty-ninth day of January, 2026", dt.date(2026, 1, 29)),
        ("thirtieth of March", dt.date(2026, 3, 30)),
        ("December 30 through January 2, 2026", dt.date(2025, 12, 30)),
        ("3/4", dt.date(2026, 3, 4)),
        ("13/45/2026", None),
        ("the fortieth of March, 2026", None),
        ("February 30, 2026", None),
        ("December 30, 9999", None),
        ("12/30/202", None),
        ("January 1, 0001", dt.date(2001, 1, 1)),
    ],
)
def test_a_date(words: str, day: dt.date | None) -> None:
    """Is a day read as the clerk meant it, the nearest year taken where none is printed?"""
    assert a_date(words, lambda: Own(dt.date(2025, 12, 20))) == day


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("10:00 AM", "10:00"),
        ("2:30 p.m.", "14:30"),
        ("12:00 p.m.", "12:00"),
        ("12:00 a.m.", "00:00"),
        ("noon", "12:00"),
        ("12noon", "12:00"),
        ("11 a.m.", "11:00"),
        ("1:30", "13:30"),
        ("9:00", "09:00"),
        ("930am", "09:30"),
        ("1130 a.m.", "11:30"),
        ("12 o'clock noon", "12:00"),
        ("10 o'clock a.m.", "10:00"),
        ("2:15 in the afternoon", "14:15"),
        ("half past ten in the morning", "10:30"),
        ("one-thirty in the afternoon", "13:30"),
        ("1:30:00 PM", "13:30"),
        ("25:00", ""),
        ("9:75", ""),
    ],
)
def test_a_time(words: str, clock: str) -> None:
    """Is an hour without AM or PM taken as an office hour, and nonsense as nothing?"""
    assert a_time(words) == clock


def test_the_hour_of_the_order_gives_the_hour_of_the_term() -> None:
    """Do hours count from an hour only where the order has one?"""
    text = "TEMPORARY RESTRAINING ORDER entered at 6:15 p.m. on May 4, 2026. The Warden shall respond within 24 hours."
    assert dates(text) == ["deadline 2026-05-05T18:15"]


@pytest.mark.parametrize("year", ["0001", "0100", "1788", "2200", "9999"])
@pytest.mark.parametrize(
    "term",
    [
        "within 14 days",
        "within 7 business days",
        "within 900 weeks",
        "by noon tomorrow",
        "by Friday",
        "by December 30 at noon",
        "within 24 hours",
        "within 7 days. The hearing is set for noon tomorrow. Replies are due 3 business days before the hearing",
        "by May 8, 2026" + "; and within 999 weeks of that deadline" * 700,
    ],
)
def test_no_slip_in_a_year_leads_out_of_the_calendar(year: str, term: str) -> None:
    """Is an order of a year that no court had, or one that goes on for centuries, read without a fault?"""
    days = ("January 1", "March 4", "December 30", "December 31")
    for day in days:
        text = f"ORDER entered at 11:30 PM on {day}, {year}. Respondents shall respond {term}."
        found = read_text(text + f" Signed by Judge Marlow on {day}, {year}.").dates
        assert [one for one in found if not "1900" < one.datetime < "2300"] == []


def test_no_leap_day_of_a_year_without_one() -> None:
    """Typed with last year's number in January, does 29 February stay where the calendar has it?"""
    text = "ORDER: Hearing set for February 29, 2024 at 10:00 AM. A reply is due 3 days before the hearing."
    found = dates(f"{text} Signed by Judge Marlow on January 5, 2025.")
    assert found == ["deadline 2024-02-26", "hearing_scheduled 2024-02-29T10:00"]


def test_no_hour_is_made_up() -> None:
    """Does a day without an hour stay a day?"""
    found = moments(b"on 5/4/2026 in Courtroom 3A, 6500 Main Street", lambda: Own(dt.date(2026, 1, 1)))
    assert [moment.at for moment in found] == ["2026-05-04"]


@pytest.mark.parametrize("year", range(2015, 2036))
def test_holidays_of_rule_6(year: int) -> None:
    """Are the legal holidays those that another calendar knows?"""
    known = {day for day, name in oracle.country_holidays("US", years=[year, year + 1]).items() if day.year == year}
    weekdays = {day for day in known if day.weekday() < 5}
    assert {day for day in holidays(year) if day.weekday() < 5} == weekdays


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (dt.date(2026, 1, 14), 3, dt.date(2026, 1, 20)),
        (dt.date(2024, 7, 1), 7, dt.date(2024, 7, 11)),
        (dt.date(2026, 5, 12), -2, dt.date(2026, 5, 8)),
        (dt.date(2026, 5, 4), 0, dt.date(2026, 5, 4)),
    ],
)
def test_court_days(start: dt.date, count: int, end: dt.date) -> None:
    """Are weekends and holidays passed over, forwards and backwards?"""
    assert add_court_days(start, count) == end
    assert is_court_day(dt.date(2026, 7, 3)) is False


def rules_that_read(text: str) -> set[str]:
    reading = read_text(text)
    return {found.rule for found in (*reading.dates, *reading.events)}


@pytest.mark.parametrize("row", DATE_RULES, ids=lambda row: row.name)
def test_a_rule_of_the_table_reads_its_line_and_leaves_its_near_misses(row: DateRule) -> None:
    """Is what the method page says of each date rule what the reader does?"""
    assert row.name in rules_that_read(row.reads)
    assert {found.type for found in read_text(row.reads).events if found.rule == row.name} <= {row.type}
    assert [line for line in row.leaves if row.name in rules_that_read(line)] == []
    assert row.leaves
    assert row.says


def test_every_date_rule_has_a_row() -> None:
    """Has every name that the reader can give a row of its own, and is it written nowhere else?"""
    names = {name: value for name, value in vars(date_rules).items() if name.isupper() and isinstance(value, str)}
    assert sorted(names.values()) == sorted(row.name for row in DATE_RULES)
    nodes = [node for module in (reader, deadlines, hearings)
             for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))]
    said = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [value for value in said if value.startswith("dates.")] == []
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    assert set(names) <= used
