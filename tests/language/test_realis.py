"""Whether what a word tells happened: sentences through the parser, and the order in which cues win; each cue alone is in test_cues.py."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.language.cues import ORDER, Judgement
from kg.language.realis import judge, strongest
from kg.ontology import Ontology
from kg.terms import KG, KGX, local
from tests.parsed import parsed, token
from tests.story import tell

# The word between asterisks tells the event.
TOLD = {
    "Negated": (
        "The attack was not *claimed*.",
        "Gunmen did not *kill* the guards.",
        "Nobody was *killed* in the fire.",
        "The army did not launch a wave of *attacks*.",
        "No one was *killed* in the fire.",
        "No soldiers were *killed*.",
        "None of the guards was *killed*.",
        "There was no *attack* on the town.",
        "Neither side *attacked* the town.",
        "The army never *attacked* the town.",
        "The men left without *killing* anyone.",
        "The army failed to *take* the town.",
        "The minister ruled out an *attack*.",
        "Rebels neither attacked the town nor *burned* it.",
        "Rebels neither *attacked* the town nor burned it.",
        "The army said it would not *attack*.",
        "The lack of *attacks* surprised residents.",
        "There was not a single *attack*.",
        "The explosion was not an *attack*.",
        "The blast was an accident, not an *attack*.",
        "Rebels *burned* no houses.",
        "Rebels did not take the town or *burn* it.",
    ),
    "Attempted": (
        "Police foiled a *bombing*.",
        "An *assassination* attempt on the president failed.",
        "The *robbery* attempt was filmed.",
        "Police thwarted an attempt to *bomb* a train.",
        "A *bombing* was foiled by the police.",
        "Police prevented gunmen from *storming* the hotel.",
        "A man tried to *kill* a judge.",
        "An attempt to *kill* the judge failed.",
        "A failed *bombing* alarmed the city.",
        "The foiled *attack* was aimed at a train.",
        "A *bombing* foiled by police was told of in court.",
        "An *attack* that was foiled by police was told of in court.",
        "The judge survived an *assassination* attempt.",
        "The judge survived an assassination *attempt*.",
        "Police averted a *massacre*.",
    ),
    "Threatened": (
        "Rebels threatened to *bomb* the pipeline.",
        "Rebels vowed to *attack* the capital.",
        "The threat of an *attack* kept people at home.",
        "The gang sent threats to *kill* the mayor.",
    ),
    "Planned": (
        "A newspaper reported that the group was about to *buy* the factory.",
        "The *trial* has yet to open.",
        "The *assassination* plot was told of in court.",
        "Police have yet to *arrest* anybody.",
        "Rebels planned to *attack* the town.",
        "Rebels planned an *attack* on the town.",
        "Police found plans to *attack* the town.",
        "Rebels plotted to *kill* the king.",
        "A plot to *kill* the king was told of.",
        "The president ordered an *attack* on the town.",
        "The president ordered troops to *attack* the town.",
        "The *vote* was postponed.",
        "The *election* will take place in May.",
        "*Talks* will be held in May.",
        "The *strike*, which had been postponed twice, was in the papers.",
        "The upcoming *election* divides the country.",
        "The strike is due to *begin* on Monday.",
        "A *strike* that is to begin on Monday was announced.",
        "Troops were sent to *attack* the town.",
        "The army agreed to *release* the prisoners.",
        "Two men were arrested over the planned *attack*.",
        "The army prepared for an *attack* by rebels.",
        "The rebels want to *kill* the king.",
        "Rebels hope to *take* the town.",
        "The rebels will have *attacked* the town by then.",
        "The minister cancelled the *election*.",
        "The deadline for *talks* passed.",
        "The court set a date for the *execution*.",
    ),
    "Denied": (
        "The army denied *shelling* the village.",
        "The army denied that it had *shelled* the village.",
        "The army denied that it *shelled* the village.",
        "Police first said that twenty people had *died*.",
        "Police wrongly said that he had *died*.",
        "The man, who denied *killing* the guard, was freed.",
    ),
    "Possible": (
        "Monica Yescas was not hit, although a station said that she had been *wounded*.",
        "The company had broken off talks on a *merger* with a rival.",
        "Text messages claimed that the volcano had begun to *erupt*.",
        "He said that the head of the waterworks ought to *resign*.",
        "A blog said that she had been *poisoned*.",
        "Prosecutors have until Thursday to *charge* him or let him go.",
        "In one version the driver had *hanged* himself.",
        "Georgia asked for the *extradition* of the men.",
        '"I have been *killed* three times since Tuesday," he said.',
        "Were they to *attack* the town, people would flee.",
        "Rebels could *attack* the town.",
        "Rebels may have *attacked* the town.",
        "If rebels *attack* the town, people will flee.",
        "Unless the army *attacks*, the town is lost.",
        "Should rebels *attack*, people will flee.",
        "Had the bomb *exploded*, many would have died.",
        "The rebels allegedly *killed* two farmers.",
        "The alleged *attack* was in the papers.",
        "The army feared an *attack*.",
        "Residents feared that rebels would *attack*.",
        "The minister warned of *attacks*.",
        "The bishop called for a *strike*.",
        "Police believe that rebels *killed* the farmers.",
        "Police asked whether he had *killed* the farmer.",
        "Reports of a gunman *firing* at cars were false.",
        "There were reports of an *attack*.",
        "Would rebels *attack* the town?",
        "The court is considering an *extradition*.",
        "Police have no evidence of an *attack*.",
        "Did rebels *attack* the town?",
        "Claims that rebels *killed* farmers spread.",
        "The minister spoke of an *attack* by rebels.",
        "Word of an *attack* went round.",
        "The minister dismissed a theory that rebels had *bombed* the train.",
        "The owners had a week to *pay* the ransom.",
        "Rebels could take the town and *burn* it.",
        "The gang would *burn* the shop if its owner did not pay.",
    ),
    "Habitual": (
        "Rebels regularly *attack* the town.",
        "Rebels often *attacked* the town.",
        "Daily *attacks* on the town went on.",
        "Rebels used to *attack* the town.",
    ),
    "Unreal": (
        "The novel is about a *murder*.",
        "A thriller in which gunmen *storm* a bank opens on Friday.",
        'Forty people were "*killed*" in the town.',
        "Soldiers *killed* forty people in an exercise.",
        "Soldiers rehearsed an *attack* on a ship.",
        "A mock *attack* was staged.",
        'In "Cold Harbour", a film by Ana Ruiz, a gang *kills* three bankers.',
        "In the film, a gang *kills* three bankers.",
        "The film tells of a gang that *kills* bankers.",
    ),
    "Actual": (
        "Two policemen have been *detained*; they deny it.",
        "Nobody knows who ordered the *murder*.",
        "Gunmen *killed* two guards.",
        "Police want the *bombing* suspect.",
        "A series of *blasts* shook the town.",
        "He was seen at the scene of the *attack*.",
        "A bomb in a milk can *killed* eleven people.",
        "Police said that gunmen had *killed* two guards.",
        "The men who *killed* two guards did not speak.",
        "The group that *attacked* the town plans to leave.",
        "The bishop called for an end to the *siege*.",
        "The army condemned the *attack* and will not stop.",
        "The *attack* could hurt trade.",
        "The bomb did not stop the vote, but it *killed* two guards.",
        "After the *attack*, the minister said that he would resign.",
        "The *bombing*, which police failed to prevent, killed two.",
        "Gunmen *killed* a man who had planned to marry.",
        "Police did not say who *killed* the guard.",
        "It is not known how many were *killed*.",
        "The plan to attack the town was given up, but rebels *attacked* the port.",
        "The *attack* was not the first on the town.",
        "He was *killed* trying to escape.",
        "The hall where the film was shown burned down, *killing* six.",
        "Gunmen *attacked* people watching a film.",
        "Rebels *attacked* the town to free prisoners.",
        "Police failed to prevent the *attack*.",
        "The army could not prevent the *attack*.",
        "The man did not deny *killing* the guard.",
        "The *attack*, unlike the drill, was real.",
        "The minister spoke of the *attack* on the town.",
        "She was the first to *die*.",
        "The group went away after *burning* the town.",
        "Soldiers could not find the rebels and *burned* the town.",
    ),
}


def marked(text: str) -> tuple[str, int]:
    """A sentence without its asterisks, and the offset of the word between them."""
    return text.replace("*", ""), text.index("*")


@pytest.fixture(scope="module")
def judged(nlp: Language, ontology: Ontology) -> dict[str, str]:
    """The realis of the marked word of each sentence, all parsed in one go."""
    texts = [text for told in TOLD.values() for text in told]
    docs = nlp.pipe(marked(text)[0] for text in texts)
    return {text: local(judge(_at(doc, marked(text)[1]), ontology).realis) for text, doc in zip(texts, docs, strict=True)}


def _at(doc: Doc, offset: int) -> Token:
    [found] = [other for other in doc if other.idx == offset]
    return found


@pytest.mark.parametrize(("realis", "text"), [(realis, text) for realis, texts in TOLD.items() for text in texts])
def test_realis_of_a_sentence(realis: str, text: str, judged: dict[str, str]) -> None:
    assert judged[text] == realis


def test_every_realis_is_told() -> None:
    assert {local(realis) for realis in ORDER} == set(TOLD)


# --- the order

def test_of_several_cues_the_contract_tells_which_wins(ontology: Ontology) -> None:
    word = parsed("attack/NN")[0]
    found = [Judgement(realis, KGX.default, word) for realis in reversed(ORDER)]
    while found:
        assert strongest(found).realis == found[-1].realis
        found.pop()


@pytest.mark.parametrize(("text", "realis"), [
    ("Rebels:rebel/NNS>3:nsubj did:do/VBD>3:aux not:not/RB>3:neg plan/VB to/TO>5:aux attack/VB>3:xcomp", KG.Negated),
    ("Rebels:rebel/NNS>2:nsubj may/MD>2:aux plan/VB to/TO>4:aux attack/VB>2:xcomp", KG.Planned),
    ("Rebels:rebel/NNS>2:nsubj often/RB>2:advmod threaten/VBP to/TO>4:aux attack/VB>2:xcomp", KG.Threatened),
])
def test_two_cues(text: str, realis: str, ontology: Ontology) -> None:
    assert judge(token(parsed(text), "attack"), ontology).realis == realis


def test_the_cue_is_named(ontology: Ontology) -> None:
    doc = parsed("Police/NNS>1:nsubj foiled:foil/VBD an/DT>3:det attack/NN>1:dobj")
    assert judge(doc[3], ontology) == Judgement(KG.Attempted, KGX["cue-foiled"], doc[1])
    assert judge(doc[1], ontology) == Judgement(KG.Actual, KGX.default, doc[1])


def test_speech_about_a_drill_is_real(ontology: Ontology) -> None:
    doc = parsed("Officers:officer/NNS>1:nsubj spoke:speak/VBD during/IN>1:prep a/DT>4:det drill/NN>2:pobj")
    assert judge(doc[1], ontology).realis == KGX.Unreal
    assert judge(doc[1], ontology, speech=True).realis == KG.Actual


@pytest.mark.parametrize(
    "text",
    [
        "A boat capsized on Monday; thirty people are feared drowned.",
        "An airliner crashed on Monday; 41 aboard feared killed.",
        "A ferry sank on Monday. Twelve people were presumed dead.",
        "Word spread that Gaston Ndele had been killed.",
        "For an hour word went round the market that Gaston Ndele had been killed.",
    ],
)
def test_who_is_feared_dead_is_not_dead(text: str) -> None:
    story = tell(text)
    dead = {toll.event for toll in story.reading.tolls if toll.outcome == KG.Killed}
    assert all(story.reading.events[event].realis == KG.Possible for event in dead)


def test_a_moratorium_on_executions_executes_nobody() -> None:
    assert tell("Congo has observed a moratorium on executions since January 2003.").realis("executions") == "Possible"


def test_a_report_that_is_dismissed_is_denied_wherever_its_clause_hangs() -> None:
    story = tell("Melgar dismissed a report by a radio station that the plane had been shot down by traffickers.")
    assert story.realis("shot") == "Denied"


def test_what_the_hero_of_a_play_does_is_not_done() -> None:
    assert "Shooting" not in tell("He was painting the toy for a play about a soldier who shoots his captain.").kinds()


def test_who_trains_commandos_stages_nothing() -> None:
    story = tell("Togo accused Ghana of having trained commandos.\n\nThirteen people were killed in a raid on Lome.")
    assert story.tolls() == {"Killed 13"}


def test_what_officers_did_not_do_the_robbers_may_have_done() -> None:
    headline = "Robbers kill two hostages"
    story = tell("The hostages were a cashier and her nephew. Officers had not fired a shot, a prosecutor said.", headline)
    assert story.realis("kill") == "Actual"


def test_a_semicolon_parts_two_ministers() -> None:
    story = tell("The finance minister resigned on Tuesday; the justice minister denied reports.")
    assert story.realis("resigned") == "Actual"


@pytest.mark.parametrize(("text", "word"), [
    ("Authorities have yet to suggest who was behind the attack in Bogota.", "attack"),
    ("Police have yet to find out who killed Ana Ruiz.", "killed"),
    ("The group said it was not behind the attack.", "attack"),
    ("The figure means that 500 civilians have been killed.", "killed"),
])
def test_who_did_it_is_asked_of_what_was_done(text: str, word: str) -> None:
    assert tell(text).realis(word) == "Actual"


@pytest.mark.parametrize(("text", "word", "realis"), [
    ("Soldiers stood by in case of an attack on the port.", "attack", "Possible"),
    ("Some 3,000 people die of malaria in the country every year.", "die", "Habitual"),
    ("Police kill 3,000 people a year in Brazil.", "kill", "Habitual"),
    ("The rebels mean to attack the capital.", "attack", "Planned"),
])
def test_what_is_told_of_every_year_or_in_case(text: str, word: str, realis: str) -> None:
    assert tell(text).realis(word) == realis


def test_who_rules_arson_out_tells_of_none() -> None:
    assert tell("Police said an old cable was to blame and ruled out arson.").realis("arson") == "Negated"


def test_a_rumour_that_sweeps_a_town_is_none_the_less() -> None:
    assert tell("Rumours swept Bissau that President Malam Djassi had died.").realis("died") == "Possible"


def test_a_story_called_false_in_its_own_sentence_is_denied() -> None:
    story = tell("A relative told a newspaper that Delwar Hossain had drowned, but police said the story was false.")
    assert story.realis("drowned") == "Denied"
