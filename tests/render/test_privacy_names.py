"""Names as courts write them: initials, pseudonyms, organisations, captions. Everybody here is invented."""
import pytest
from writwatch.render.privacy.captions import persons_in_caption, sides
from writwatch.render.privacy.names import (
    initials,
    is_organisation,
    is_pseudonym,
    one_letter_apart,
    persons_in_party,
    sound,
)

INITIALS = [
    ("Marisol Calderón Pinto", "M.C.P."),
    ("CALDERÓN PINTO, Marisol", "M.C.P."),
    ("marisol calderon pinto", "M.C.P."),
    ("Kwadwo Asare-Boateng", "K.A.B."),
    ("Juan Carlos de la Cruz y Vega", "J.C.C.V."),
    ("João dos Santos da Silva", "J.S.S."),
    ("Omar bin Khalid al-Masri", "O.K.M."),
    ("As-Sadiq Idris", "S.I."),
    ("Wolfram von der Heyden", "W.H."),
    ("Seán O'Rourke", "S.O."),
    ("N'Golo Diabaté", "N.D."),
    ("Łucja Żak", "L.Z."),
    ("Øyvind Ærø", "O.A."),
    ("Şule Çağlar", "S.C."),
    ("Ana Lucía Beatriz Ferreira Nunes Prado", "A.L.B.F."),
    ("Hakan K.", "H.K."),
    ("Calderón Pinto, Jr., Raúl", "R.C.P."),
    ("Raúl Calderón, Jr.", "R.C."),
    ("Mr. Raúl Calderón", "R.C."),
    ("Estate of Raúl Calderón", "R.C."),
    ("Мария Соколова", "М.С."),
    ("FNU Rahmatzai", "R."),
    ("Rahmatzai, LNU", "R."),
    ("Phạm Anh Lê", "P.A.L."),
    ("De La", "D.L."),
    ("J.O.P.", "J.O.P."),
    ("J. O. P.", "J. O. P."),
    ("Doe 1", "Doe 1"),
    ("John Doe", "John Doe"),
    ("Jane Roe", "Jane Roe"),
    ("Student Doe #2", "Student Doe #2"),
    ("Petitioner H.", "Petitioner H."),
    ("JGG", "JGG"),
    ("Samuel Doe", "S.D."),
    ("Clementine Roe", "C.R."),
]


@pytest.mark.parametrize(("name", "expected"), INITIALS, ids=[name for name, _ in INITIALS])
def test_initials(name: str, expected: str) -> None:
    """Which letters stand for a person, and which names did the court itself give?"""
    assert initials(name) == expected


PSEUDONYMS = [
    ("R.A.T.", True), ("A.A.R.P.", True), ("Doe", True), ("Does 1-10", True), ("O. Doe", True), ("Jane Roe 3", True),
    ("Minor Child M.T.", True), ("Plaintiff A", True), ("XZQ", True),
    ("Hakan K.", False), ("Sow", False), ("SOW", False), ("Abena Doe", False), ("Grace Roe", False), ("", False),
]


@pytest.mark.parametrize(("name", "expected"), PSEUDONYMS)
def test_pseudonyms(name: str, *, expected: bool) -> None:
    """Is a name a court's own pseudonym, or a person whose surname only looks like one?"""
    assert is_pseudonym(name) is expected


ORGANISATIONS = [
    ("Harbor Newcomers Alliance", True), ("Prairie Legal Aid, Inc.", True), ("State of Oregon", True), ("Oregon", True),
    ("County of Linn", True), ("City and County of Denver", True), ("United States of America", True), ("USA", True),
    ("U.S. Immigration and Customs Enforcement", True), ("Trustees of Alder College", True),
    ("Make Way Together", True),
    ("Centro de los Trabajadores", True), ("Friends of the Alder", True), ("Smith & Sons", True),
    ("Warden, Alder Processing Center", True), ("Sheriff", False), ("Sheriff Alder", True),
    ("Attorney General", True), ("U.S. Attorney General", True), ("DHS", True), ("US", True),
    ("Marisol Calderón Pinto", False), ("Virginia May", False), ("Small", False), ("Hall", False), ("Cleveland", False),
    ("Kim, LP", True), ("Alder Bros. Co.", True), ("Alder Fund, N.A.", True), ("Maria Co", False),
    ("Amadou Bank", False), ("Maple Corner Growers' Union", True), ("Citizens Bank", True),
    ("Denver Press Club", True), ("Maria S.A.", False),
    ("João Sá", False), ("Kim In Soo", False), ("To Van Anh", False), ("Said Long", False),
    ("Public Rights Together", True), ("Puerta Abierta Mutual Aid", True), ("Alder Solidarity Collective", True),
    ("Familias Unidas", True),
    ("Bank", False), ("Francisco Cruz", False), ("Grace Young", False), ("J.O.P.", False),
]


@pytest.mark.parametrize(("name", "expected"), ORGANISATIONS)
def test_organisations(name: str, *, expected: bool) -> None:
    """Does doubt protect, so that only words of an organisation make one?"""
    assert is_organisation(name) is expected


ONE_LETTER = [
    ("calderon", "calderon", True), ("calderon", "caldeon", True), ("calderon", "calderron", True),
    ("calderon", "caldaron", True), ("calderon", "cadleron", True), ("calderon", "alderon", True),
    ("calderon", "calderona", True), ("calderon", "cadeorn", False), ("calderon", "calder", False), ("ab", "ba", True),
]


SOUNDS = [
    ("elgharbawy", "gharbawi", True), ("hrytsaienko", "gritsayenko", True), ("sulaiman", "soliman", True),
    ("khalilzadeh", "khalilzada", True), ("shcherbakow", "shcherbakov", True), ("arnold", "ronald", False),
    ("alexander", "alexandria", False), ("britton", "barton", False), ("marisel", "marshall", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), SOUNDS)
def test_a_name_carried_over_from_another_script(one: str, other: str, *, expected: bool) -> None:
    """Are two spellings of one sound known, and two names not mistaken for one?"""
    assert bool(sound(one) and sound(one) == sound(other)) is expected


@pytest.mark.parametrize(("one", "other", "expected"), ONE_LETTER)
def test_one_letter_apart(one: str, other: str, *, expected: bool) -> None:
    """Is one slip of a clerk's finger seen in both directions, and two slips in none?"""
    assert one_letter_apart(one, other) is expected
    assert one_letter_apart(other, one) is expected


PARTIES = [
    ("Marisol Calderón Pinto", ["Marisol Calderón Pinto"]),
    ("CALDERÓN PINTO, Marisol", ["CALDERÓN PINTO, Marisol"]),
    ("M.T., by and through her next friend Ana Ruiz", ["M.T", "Ana Ruiz"]),
    ("Ana Ruiz, on behalf of herself and all others similarly situated", ["Ana Ruiz"]),
    ("Ana Ruiz a/k/a Anna Reese", ["Ana Ruiz", "Anna Reese"]),
    ("Ana Ruiz, individually and as next friend of Leo Ruiz", ["Ana Ruiz", "Leo Ruiz"]),
    ("Ana Ruiz and Leo Ruiz", ["Ana Ruiz", "Leo Ruiz"]),
    ("RUIZ, Ana, Alder Detention Center", ["RUIZ", "Ana"]),
    ("Harbor Newcomers Alliance", []),
    ("Refugee and Immigrant Center for Education", []),
    ("Alder, Inc.", []),
    ("Harbor Newcomers Alliance, on behalf of its members", []),
]


@pytest.mark.parametrize(("party", "expected"), PARTIES)
def test_persons_in_a_party(party: str, expected: list[str]) -> None:
    """Who of flesh and blood hides in the name of one party?"""
    assert list(persons_in_party(party)) == expected


CAPTIONS = [
    ("Calderon Pinto v. Alder et al", ["Calderon Pinto"]),
    ("CALDERON PINTO v. ALDER", ["CALDERON PINTO"]),
    ("The Family of Marisol Calderon v. Alder", ["Marisol Calderon"]),
    ("Detained Immigrant Marisol Calderon v. Alder", ["Marisol Calderon"]),
    ("Parents of Alder Students v. Alder", []),
    ("Families of Detained Immigrants v. Alder", []),
    ("(HC) Calderon v. Warden of the Alder Annex", ["Calderon"]),
    ("Calderon Pinto et al v. Alder", ["Calderon Pinto"]),
    ("Calderon Pinto, et al., v. Alder", ["Calderon Pinto"]),
    ("Marisol Calderon and Raul Pinto v. Alder", ["Marisol Calderon", "Raul Pinto"]),
    ("Marisol Calderon, Harbor Alliance, Inc., and Raul Pinto v. Alder", ["Marisol Calderon", "Raul Pinto"]),
    ("Harbor Newcomers Alliance v. Alder", []),
    ("State of Oregon v. Alder", []),
    ("J.O.P. v. Department of Homeland Security", ["J.O.P."]),
    ("United States v. Calderon Pinto", ["Calderon Pinto"]),
    ("USA v. Calderon", ["Calderon"]),
    ("US v. Calderon", ["Calderon"]),
    ("U.S. et al v. Calderon", ["U.S.", "Calderon"]),
    ("US Alder Ventures, Inc. v. Calderon", []),
    ("Warden, Alder Facility v. Calderon", ["Calderon"]),
    ("Field Office Director v. Raul Pinto", ["Raul Pinto"]),
    ("U.S. Attorney General v. Raul Pinto", ["Raul Pinto"]),
    ("Department of Homeland Security v. Calderon", ["Calderon"]),
    ("In re: Marisol Calderon", ["Marisol Calderon"]),
    ("In the Matter of the Extradition of Raul Pinto", ["Raul Pinto"]),
    ("In re: Application of Marisol Calderon", ["Marisol Calderon"]),
    ("In re Detention of Calderon", ["Calderon"]),
    ("In the Matter of the Application of Marisol Calderon for a Writ of Habeas Corpus", ["Marisol Calderon"]),
    ("In the Matter of the Extradition of Raul Pinto to Mexico", ["Raul Pinto"]),
    ("Petition for Writ of Habeas Corpus of Raul Pinto", ["Raul Pinto"]),
    ("Application for Writ of Habeas Corpus by Raul Pinto", ["Raul Pinto"]),
    ("In re: Petition for Writ of Mandamus, Raul Pinto", ["Raul Pinto"]),
    ("Petition of Raul Pinto (A246-810-121)", ["Raul Pinto"]),
    ("Ex parte Raul Pinto", ["Raul Pinto"]),
    ("Raul Pinto, Petitioner", ["Raul Pinto"]),
    ("Raul Pinto, Petitioner-Appellant, v. Alder, Respondent-Appellee", ["Raul Pinto"]),
    ("Raul Pinto, et al., Petitioners-Appellees", ["Raul Pinto"]),
    ("In re Raul Pinto, by his next friend Ana Sol", ["Raul Pinto", "Ana Sol"]),
    ("Raul Pinto o/b/o Leo Pinto v. Alder", ["Raul Pinto", "Leo Pinto"]),
    ("United States ex rel. Raul Pinto v. Alder", ["Raul Pinto"]),
    ("State of Oregon ex rel. Pinto v. Alder", ["Pinto"]),
    ("Raul Pinto -v- Alder", ["Raul Pinto"]),
    ("Raul Pinto against Alder", ["Raul Pinto"]),
    ("Pinto v.", ["Pinto"]),
    ("In re: Grand Jury Subpoena", []),
    ("In re Alder Holdings, Inc. Litigation", []),
    ("Small v. City of Alder", ["Small"]),
    ("State of Oregon v. Alder ; Calderon v. Alder", ["Calderon"]),
    ("Calderon v.Alder", ["Calderon"]),
    ("CALDERON V. ALDER", ["CALDERON"]),
    ("Ana V. Ruiz v. Alder", ["Ana V. Ruiz"]),
    ("V. M. Ruiz v. Alder", ["V. M. Ruiz"]),
]


@pytest.mark.parametrize(("caption", "expected"), CAPTIONS)
def test_persons_in_a_caption(caption: str, expected: list[str]) -> None:
    """Whom does a bare caption name on the side that asks the court for something?"""
    assert list(persons_in_caption(caption)) == expected


def test_the_sides_of_a_caption_cover_its_names() -> None:
    """Does each side know whether its people are protected?"""
    caption = "Calderon v. Alder"
    assert [(caption[side.start:side.end], side.protected) for side in sides(caption)] == [
        ("Calderon", True), ("Alder", False)]
