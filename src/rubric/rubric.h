// A rubric: detectors, principles made of criteria, and the law of the score. Loaded from
// YAML, then read-only and shared between threads.
#ifndef RUBRIC_RUBRIC_H
#define RUBRIC_RUBRIC_H

#include "base/source_file.h"
#include "detect/kind.h"
#include "match/pattern.h"
#include "rubric/fragment.h"
#include "rubric/measure.h"

// Scores and points are thousandths: 100.0 is 100000, one point is 1000.
#define NO_SCORE INT32_MIN
// All of a call's score, in the unit of nominal shares: many small numbers divide it, so
// that the shares of weights as people write them are whole.
#define SHARE_ALL INT32_C(735134400)

typedef enum { LAW_WEIGHTED_MEAN, LAW_GEOMETRIC, LAW_MINIMUM } Law;
// Whose marks count: those of all criteria, or of those that agree with readers.
typedef enum { COUNT_ALL, COUNT_PROVEN } Count;
// What becomes of the weight of criteria that have no points (callmark-rubric(5), `na`).
typedef enum { NA_PROPORTIONAL, NA_EQUAL, NA_ZERO, NA_FULL, NA_AS_DECIDED } NaLaw;
typedef enum {
    CRITICAL_NO,
    CRITICAL_FAIL_CALL,
    CRITICAL_FAIL_PRINCIPLE,
    CRITICAL_CAP,
    CRITICAL_FLAG
} Critical;

typedef enum { OP_DETECTOR, OP_ALL, OP_ANY, OP_NOT, OP_AT_LEAST } Operator;
typedef struct Expression Expression;
// A question on the way through an expression: whether a detector holds, and which step
// comes next if not and if so; from STEPS_END on it is told, no and yes.
typedef struct {
    uint32_t detector;
    uint16_t next[2];
} ExpressionStep;
enum { STEPS_END = UINT16_MAX - 1 };
struct Expression {
    Operator op;
    uint32_t detector; // of OP_DETECTOR
    uint32_t least;    // of OP_AT_LEAST
    Expression *of;    // of the rest
    size_t count;
    DetectorRefs mentions; // of a whole one: the detectors in it, as they are written
    const ExpressionStep *steps; // likewise (expression_lay_steps), or NULL
};

// What leaves a criterion open that would else be not met.
typedef struct {
    const Expression *when;
    Str why; // for people; empty = what the detectors say
} Unclear;

// What every call asks for comes first, close together.
typedef struct {
    Str id;
    Str uncounted; // why its marks do not count (rubric/proof.h); empty: they count
    uint32_t principle;
    int32_t weight;        // thousandths
    int32_t nominal;       // its share of the score where all is decided, of SHARE_ALL
    int32_t partly_points; // thousandths of a point
    Critical critical;
    int32_t cap;     // of CRITICAL_CAP
    bool observable; // false: declared as not to be seen in a transcript, never marked
    bool rewritten;  // decided otherwise than in the file that has it first
    const Expression *when, *met, *partly, *not_met; // NULL = not given
    VEC(Unclear) unclear;                            // any one is enough
    Str ask, tip, say;
    Texts source;
    Place place;
    Str reason;  // why not observable
    Str same_as; // RUBRIC/CRITERION whose figures of agreement it shares, or empty
    Place same_place;
} Criterion;

typedef struct {
    Str id, title, about;
    Texts source;
    Place place;
    int32_t weight;        // thousandths
    int32_t nominal;       // its criteria's together
    int32_t floor;         // score, or NO_SCORE
    uint32_t first, count; // its criteria
    bool observable;       // some criterion is; else it never has a score
} Principle;

typedef struct {
    Str name;
    int32_t least; // scores from here up belong to it
} Band;

typedef struct {
    Law law;
    NaLaw na;
    Count count;
    int32_t cap;           // what a call below a floor cannot exceed
    int32_t partly_points; // of criteria that do not say, thousandths of a point
    int32_t max_share;     // of one criterion, thousandths; 1000: no limit
    uint32_t min_turns, min_agent_words; // below it a call is not assessable
    uint32_t min_criteria;               // decided; fewer are too little to judge a call
    int32_t min_weight;                  // nominal, decided; likewise; thousandths of all
    Place place, count_place;            // where it was written, and `count` in it
    bool needs[ROLE_COUNT];              // roles that must have spoken
    uint32_t min_calls;                  // fewer: an agent is not ranked
    VEC(Band) bands;                     // highest first; the last begins at 0
} ScoreLaw;

// Where a pattern was written. Of a pattern that several detectors have, the first.
typedef struct {
    Place place;
    uint32_t detector;
    Expansion expansion; // how its fragments were written out; without stretches where
                         // that was done when callmark was built (rubric_load_to_mark)
} PatternOrigin;

// A share of turns and the bounds of its 95 % interval, in thousandths.
typedef struct {
    bool known; // false: there was nothing to take a share of
    int32_t value, low, high;
} Share;

// How often a detector was right on labelled turns, as its quality file has it.
typedef struct {
    Texts labels;                     // what it was to find
    uint32_t turns, positives, found; // judged; labelled so; found by it
    Share precision, recall, f1;
    bool outdated; // measured with another version of its file
} Quality;

// Who judged the calls that a quality file's figures of criteria are from.
typedef enum { READERS_HUMAN, READERS_AUTOMATED } ReadersKind;
typedef struct {
    ReadersKind kind;
    uint32_t count;
    bool unread; // the rubric was not made better by a look at these calls
} Readers;

// How far a criterion's verdicts agree with the readers', as its quality file has it.
typedef struct {
    uint32_t calls, occasions;               // judged; all readers saw one
    uint32_t decided, shared;                // met, partly, not met; by some reader, too
    uint32_t accusations, false_accusations; // "not met"; shared by no reader
    Share kappa, false_share;                // kappa: from -1 to 1
    const Readers *readers;
    bool outdated; // the rubric has changed since
} CriterionQuality;

// What the document behind a rubric names.
typedef struct {
    Str name;
    Place place;
} SourceName;

typedef struct {
    Str id, title, version, language, about;
    Str path;
    char hash[17]; // of its file, those it uses and the lists and tables they name
    bool is_pack;  // detectors only
    ScoreLaw score;
    PassedOver passed;
    VEC(SourceName) covers;
    Detectors detectors;
    const Quality **quality;            // one a detector; NULL = not measured
    const CriterionQuality **agreement; // one a criterion; NULL = nobody judged it
    char quality_hash[17]; // of the files that these figures are from; "" = none
    DetectorRefs order;    // detectors that run, each after those it refers to
    DetectorRefs promises; // of these, the ones that ask whether promises were kept
    uint32_t upset;        // the detector of that name (card_value.h), or DETECTOR_NONE
    VEC(Principle) principles;
    VEC(Criterion) criteria; // by principle
    Measures measures;
    Patterns *patterns;
    VEC(PatternOrigin) origins; // one a pattern
    SourceFiles files;          // the rubric's file first, to quote lines from
} Rubric;

// Notes `promises` and `upset` by the detectors and their order.
void rubric_note_detectors(Arena *arena, Rubric *rubric);
// Releases the patterns; all else lives in the arena it was loaded into.
void rubric_free(Rubric *rubric);

// How many criteria must be decided for a call to be judged: those that `min_criteria`
// asks for, and that it takes for each to stay within `max_share`.
uint32_t score_law_fewest(const ScoreLaw *law);

// The band a score falls in.
Str band_of(const ScoreLaw *law, int32_t score);

// The weights of the principles that can have a score, added up.
int64_t principles_weight(const Rubric *rubric);

#endif
