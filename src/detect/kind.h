// Detectors: each finds one kind of thing in a call. A kind of detector is one file and
// one line in the table of kinds; its descriptor says which fields it takes, so the
// loader, `list kinds` and the hints for unknown fields all follow from it.
#ifndef DETECT_KIND_H
#define DETECT_KIND_H

#include "base/watch.h"
#include "call/fold.h"
#include "detect/joined.h"
#include "detect/lexicon.h"
#include "detect/quiet.h"

#define DETECTOR_NONE UINT32_MAX

typedef struct WeighedPhrase WeighedPhrase; // weigh.h

// Words of a turn that a finding rests on; offsets are into the turn's text as written.
typedef struct {
    uint32_t detector, turn, start, end;
    uint32_t by;      // the detector that found them: another one, where `detector`
                      // counts what that found as its own (`also`)
    uint32_t pattern; // of `by`, that matched; PATTERN_NONE: no single one did
    const WeighedPhrase *phrase; // of the kind `weigh`: what counted there; else NULL
} Evidence;

// What a detector found in one call.
typedef struct {
    bool known; // false: the call lacks what this needs, or a pattern gave up
    bool holds;
    double value; // a count, milliseconds, or the field's number, as the kind says
    Str why; // in words, where the kind has more to say than its evidence; of a known one
             // only when it was explained (findings.h)
    VEC(Evidence) evidence;
    const void *told; // what its kind explains it by, besides
} Finding;

typedef enum {
    FIELD_TEXT,      // Str
    FIELD_TEXTS,     // Texts; one text or a list
    FIELD_BOOL,      // bool
    FIELD_COUNT,     // uint32_t
    FIELD_GUARD,     // uint32_t; a count of words, or `off` = 0
    FIELD_CHOICE,    // int, the index in `choices`
    FIELD_PATTERNS,  // PatternRefs
    FIELD_DETECTOR,  // uint32_t, a detector's number; DETECTOR_NONE when not given
    FIELD_DETECTORS, // DetectorRefs
    FIELD_DISTANCE,  // Distance
    FIELD_WINDOW,    // Window
    FIELD_QUANTITY,  // Quantity
    FIELD_FORMULA,   // Formula (formula.h)
    FIELD_TABLE,     // const FactTable *, NULL when not given
    FIELD_PHRASES,   // WeighedPhrases (weigh.h)
} FieldType;

typedef VEC(uint32_t) DetectorRefs;
typedef struct {
    uint32_t pattern;
    Str regex; // with a negation word of its own, the guard leaves it alone
} PatternRef;
// Added to by pattern_refs_add alone.
typedef struct {
    PatternRef *items;
    size_t len, cap;
    PatternSet set; // of their numbers
} PatternRefs;

typedef enum { UNIT_NONE, UNIT_TURNS, UNIT_MS, UNIT_PERCENT } Unit;
typedef struct {
    Unit unit; // UNIT_NONE: any distance
    int64_t amount;
} Distance;

typedef enum {
    WINDOW_NONE,
    WINDOW_FIRST,
    WINDOW_LAST,
    WINDOW_BEFORE, // this and those after it look at what another detector found
    WINDOW_AFTER,
    WINDOW_ANSWERING, // in the turns that answer one where a detector found something
    WINDOW_NEXT       // in the turns that are answered by one where it did
} WindowEdge;
typedef struct {
    WindowEdge edge;
    Unit unit; // of first and last
    int64_t amount;
    uint32_t detector; // of all but first and last
} Window;

typedef struct {
    bool given;
    bool duration; // was written with a unit of time; value is then in milliseconds
    double value;
} Quantity;

// What a field is for, where others than its kind must know.
typedef enum {
    PURPOSE_OWN,     // nobody else need know
    PURPOSE_FINDS,   // FIELD_PATTERNS by which the kind finds something
    PURPOSE_UNDOES,  // FIELD_PATTERNS that undo what was found
    PURPOSE_LIMITS,  // FIELD_QUANTITY that the finding's value is held against
    PURPOSE_ANSWERS, // FIELD_DETECTOR of an answer: who speaks there is this one's role
    PURPOSE_ALSO,    // FIELD_DETECTORS whose finds count as this one's own
    PURPOSE_EXCUSES  // FIELD_DETECTOR of what only takes away from a measured kind
} FieldPurpose;

typedef struct {
    const char *name;
    FieldType type;
    size_t offset;              // into the kind's parameters
    const char *summary;        // for `list kinds` and the manual
    const char *const *choices; // of FIELD_CHOICE, ends with NULL
    FieldPurpose purpose;
    bool required;
} FieldSpec;

// The two FieldSpecs of a kind whose value is held against limits: `least` and `most`
// are their offsets.
#define LIMITS(least, most)                                               \
    {"at_least", FIELD_QUANTITY, least, .summary = "the least it may be", \
     .purpose = PURPOSE_LIMITS},                                          \
    {                                                                     \
        "at_most", FIELD_QUANTITY, most, .summary = "the most it may be", \
                                         .purpose = PURPOSE_LIMITS        \
    }

typedef struct DetectorKind DetectorKind;

// An example in a rubric: a small conversation and whether the detector must hold in it.
typedef enum { EXAMPLE_MATCH, EXAMPLE_NO_MATCH, EXAMPLE_GAP } ExampleType;
typedef struct {
    ExampleType type;
    Str text;
    Place place;
} Example;

// A pattern in the place where a detector has it.
typedef struct {
    uint32_t pattern;
    const char *field; // "any", "unless"
    Place place;
} WrittenPattern;
// Added to by written_patterns_add alone.
typedef struct {
    WrittenPattern *items;
    size_t len, cap;
    uint32_t least; // of the patterns' numbers
} WrittenPatterns;

// What a detector rests on: where none of the patterns may have hits, and the first of
// those that it refers to find nothing, nor does it. The rest that it refers to makes no
// difference then. Without any, nothing tells.
typedef struct {
    const PatternRefs *patterns[2]; // or NULL
    uint32_t refs;                  // so many of the first
    bool holds;                     // without anything found
} Rest;

typedef struct {
    Role role; // ROLE_UNKNOWN = any
    const DetectorKind *kind;
    void *params;             // of the kind's own type
    DetectorRefs refs;        // detectors it refers to, in the order of its fields
    uint32_t leads;           // as of its kind
    WrittenPatterns patterns; // of all its fields, as they are written
    bool from_pack;           // came by `use:`
    Str name, about, false_alarms;
    Str words;   // its name as people read it: "offer-of-help" is "offer of help"
    Str missed;  // "not found: offer of help"
    Place place; // of its name in the rubric or pack
    VEC(Example) examples;
    VEC(Place) extended; // by what other files
} Detector;

// What asking for a detector reads, in one line of the processor's cache; what running it
// reads stands near: where a rubric's parts were read they lie far apart, and to wait for
// them takes longer than what is done with them.
typedef struct {
    Quiet quiet;
    const DetectorKind *kind;
    const void *params;
    const uint32_t *refs; // to other detectors, as they are in Detector
    uint32_t ref_count;
    uint16_t leads;
    uint8_t role;
    bool asks_first; // for its patterns, since its kind does not (DetectorKind)
} ReadyDetector;

typedef struct {
    Detector *items;
    size_t len, cap;
    const ReadyDetector *ready; // one a detector (detectors_make_ready)
} Detectors;

// The words of the turns of a call, each turn read when it is first asked for
// (content.h).
typedef struct ReadWords ReadWords;
typedef struct {
    size_t lexicon;       // the number of the one that they were looked up in
    uint32_t age;         // of that
    const ReadWords **of; // by turn; NULL: nobody has asked
} TurnWords;

// By turn of a call, for each role; NULL: nobody has asked (position.h).
typedef struct {
    const uint32_t *counts[ROLE_COUNT], *after[ROLE_COUNT];
    const bool *marks; // of as many turns: none, all and none again; NULL likewise
} TurnNumbers;

typedef VEC(Hit) Hits;

// What a detector may look at. Detectors it refers to have their findings already.
typedef struct {
    const Call *call; // as it is heard (joined.h)
    Joined joined;    // the way from there to what was written
    Folded *folded;   // one a turn; turn_folded gives it
    const PassedOver *passed;
    HitList *hits;
    Hits *said; // what was asked for last (hits_find)
    const Detectors *detectors;
    const Finding *findings;
    uint32_t self;  // this detector's number
    uint32_t spoke; // a bit for each role that has turns (role_speaks)
    TurnNumbers *numbers;
    Lexicons *lexicons;
    TurnWords *words;
    Arena *scratch;
    Watch *watch; // NULL: the times are not wanted
} DetectInput;

// A turn's text as patterns see it, folded when it is first asked for.
static inline const Folded *turn_folded(const DetectInput *in, size_t turn) {
    Folded *folded = &in->folded[turn];
    if (!folded->original.ptr)
        *folded =
            text_fold_without(in->scratch, in->call->turns.items[turn].text, in->passed);
    return folded;
}

struct DetectorKind {
    const char *name, *summary;
    const FieldSpec *fields; // ends with name NULL
    bool measures; // times, lengths or columns alone: there are no words to mistake
    size_t params_size;
    const void *defaults; // params_size bytes; NULL = all of them zero
    bool rests_on_words;  // what it finds is in the rubric's language only
    bool asks;            // run asks for hits itself, where they count (hits_want); those
                          // of other kinds are all known before it
    // What is wrong with a set of parameters taken together, or NULL.
    const char *(*check)(const void *params);
    // Told once, for all calls where its role speaks. NULL: its patterns and what it
    // refers to never tell.
    Rest (*rests)(const void *params);
    // How many of the first that it refers to lead on to the rest: where one of them
    // finds nothing, what those behind it find makes no difference, nor whether that is
    // known. They may not have run then. NULL: none.
    uint32_t (*leads)(const void *params);
    // Fills a zeroed finding.
    void (*run)(const DetectInput *in, const void *params, Finding *out);
    // Why a finding that is known is what it is. NULL: `run` has said it.
    Str (*explain)(const DetectInput *in, const void *params, const Finding *finding);
};

// Every kind of detector, each defined in the file of its name; kinds.h has the table.
extern const DetectorKind KIND_PHRASE, KIND_REPLY, KIND_ORDER, KIND_RESPONSE, KIND_LENGTH,
    KIND_FIELD, KIND_MANUAL;
extern const DetectorKind KIND_NEAR, KIND_ECHO, KIND_QUESTION, KIND_ANSWERED, KIND_WEIGH;
extern const DetectorKind KIND_FACT, KIND_PROMISE;
extern const DetectorKind KIND_SILENCE, KIND_OVERLAP, KIND_TALK, KIND_METRIC, KIND_UNREAD;

void pattern_refs_add(Arena *arena, PatternRefs *refs, uint32_t pattern, Str regex);
void written_patterns_add(Arena *arena, WrittenPatterns *patterns,
                          WrittenPattern pattern);
// Adds evidence for this detector, found by no single pattern.
void finding_add(const DetectInput *in, Finding *out, uint32_t turn, uint32_t start,
                 uint32_t end);
// Likewise of all of a turn as it was written.
void finding_add_written(const DetectInput *in, Finding *out, uint32_t turn);
// Adds evidence that another detector found.
void finding_cite(const DetectInput *in, Finding *out, const Evidence *evidence);
// By turn of the call, whether the finding has evidence there; of NULL, nowhere.
const bool *finding_turns(Arena *arena, const Call *call, const Finding *finding);
// The same by turn as it was written.
const bool *finding_written_turns(const DetectInput *in, const Finding *finding);
Evidence evidence_before_joining(const DetectInput *in, const Evidence *evidence);
// Where evidence stands in the call as it was written.
static inline Evidence evidence_written(const DetectInput *in, const Evidence *evidence) {
    return in->joined.turns ? evidence_before_joining(in, evidence) : *evidence;
}
// The number of its turn there, from 1.
static inline uint32_t evidence_number(const DetectInput *in, const Evidence *evidence) {
    return evidence_written(in, evidence).turn + 1;
}
// A pattern as a detector has it, or NULL.
const WrittenPattern *detector_pattern(const Detector *detector, uint32_t pattern);
// The pattern that found it, or NULL; and the other detector whose find it is, or {0}.
const WrittenPattern *evidence_pattern(const Detectors *detectors,
                                       const Evidence *evidence);
Str evidence_also(const Detectors *detectors, const Evidence *evidence);
static inline Str detector_words(const DetectInput *in, uint32_t detector) {
    return in->detectors->items[detector].words;
}
// This one's; ROLE_UNKNOWN = any.
static inline Role detector_role(const DetectInput *in) {
    return in->detectors->ready[in->self].role;
}
// Those that the detector refers to.
static inline const uint32_t *detector_refs(const DetectInput *in) {
    return in->detectors->ready[in->self].refs;
}
// The kind's first field of that type and purpose, or NULL.
const FieldSpec *field_for(const DetectorKind *kind, FieldType type,
                           FieldPurpose purpose);
// Where a detector has the value of a field, of the type that FieldType says.
static inline const void *detector_param(const Detector *detector,
                                         const FieldSpec *spec) {
    return (const char *)detector->params + spec->offset;
}
// Whether what a detector finds rests on words itself; one that only refers to others
// does when they do.
bool detector_rests_on_words(const Detector *detector);
// Whether `text` is one of them; letters of ASCII without case.
bool texts_have(const Texts *texts, Str text);
// Whether a window is measured from what another detector found.
static inline bool window_refers(const Window *window) {
    return window->edge >= WINDOW_BEFORE;
}
// Whether `value` lies within at_least and at_most, either of which may be absent.
bool quantity_within(double value, Quantity at_least, Quantity at_most);
// Whether those that are given were written with a unit of time.
bool quantity_timed(Quantity at_least, Quantity at_most);
// Whether the limits of a detector are lengths of time; its findings' value then is one,
// in milliseconds.
bool detector_timed(const Detector *detector);

#endif
