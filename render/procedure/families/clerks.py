"""Entries that move nothing: the clerk's own notes."""

from ..rule import Rule, rule
from ..vocabulary import EventType

RULES: tuple[Rule, ...] = (
    rule(
        EventType.ADMINISTRATIVE_ONLY,
        scope="entry",
        says="A note by the clerk, or a paper that moves nothing",
        pattern=r"^\W*(?:case (?:is )?(?:hereby )?assigned|this case (?:has been|is) assigned|judge assignment"
        r"|(?:text only |electronic |case opening |notice of )*(?:initial )?(?:case )?assignment"
        r"|notice of (?:initial )?case assignment|"
        r"certificate of service|corporate disclosure"
        r"|certificate of interested|civil cover sheet|filing fee"
        r"|mail returned|acknowledge?ment of receipt|transmission"
        r"|transmittal|additional attachments"
        r"|notice of change of (?:address|contact)|"
        r"general order|magistrate judge [^.;]*? is so designated"
        r"|form \d|received:|appeal record|report on the filing"
        r"|ao ?12\d|docket annotation|notice to attorney"
        r"|writ of habeas corpus ad|caption,|new party|consent to"
        r"|state court record|rule 7|transcript order)",
        reads="Case assigned to Judge.",
        leaves=["ORDER REASSIGNING CASE.", "MOTION to Assign Case to Another Judge by Plaintiff."],
    ),
)
