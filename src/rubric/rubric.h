// A rubric: detectors, principles made of criteria, and the law of the score. Loaded from
// YAML, then read-only and shared between threads.
#ifndef RUBRIC_RUBRIC_H
#define RUBRIC_RUBRIC_H

#include "detect/kind.h"
#include "rubric/fragment.h"
#include "rubric/measure.h"
#include "rubric/page.h"

// Scores and points are thousandths: 100.0 is 100000, one point is 1000.
#define NO_SCORE INT32_MIN

typedef enum { LAW_WEIGHTED_MEAN, LAW_GEOMETRIC, LAW_MINIMUM } Law;
// What becomes of the weight of criteria that have no points (scoring.md "One
// principle").
typedef enum { NA_PROPORTIONAL, NA_EQUAL, NA_ZERO, NA_FULL } NaLaw;
typedef enum {
    CRITICAL_NO,
    CRITICAL_FAIL_CALL,
    CRITICAL_FAIL_PRINCIPLE,
    CRITICAL_CAP,
    CRITICAL_FLAG
} Critical;

typedef enum { OP_DETECTOR, OP_ALL, OP_ANY, OP_NOT, OP_AT_LEAST } Operator;
typedef struct Expression Expression;
struct Expression {
    Operator op;
    uint32_t detector; // of OP_DETECTOR
    uint32_t least;    // of OP_AT_LEAST
    Expression *of;    // of the rest
    size_t count;
};

typedef struct {
    Str id, ask, tip, say;
    Texts source;
    Place place;
    uint32_t principle;
    const Expression *when, *met, *partly, *not_met; // NULL = not given
    int32_t weight;                                  // thousandths
    int32_t partly_points;                           // thousandths of a point
    Critical critical;
    int32_t cap;     // of CRITICAL_CAP
    bool observable; // false: declared as not to be seen in a transcript, never marked
    Str reason;      // why not observable
} Criterion;

typedef struct {
    Str id, title, about;
    Texts source;
    Place place;
    int32_t weight;        // thousandths
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
    int32_t cap;           // what a call below a floor cannot exceed
    int32_t partly_points; // of criteria that do not say, thousandths of a point
    uint32_t min_turns, min_agent_words; // below it a call is not assessable
    bool needs[ROLE_COUNT];              // roles that must have spoken
    uint32_t min_calls;                  // fewer: an agent is not ranked
    VEC(Band) bands;                     // highest first; the last begins at 0
} ScoreLaw;

// Where a pattern was written.
typedef struct {
    Place place;
    uint32_t detector;
    Expansion expansion; // how its fragments were written out
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

// What the document behind a rubric names.
typedef struct {
    Str name;
    Place place;
} SourceName;

typedef struct {
    Str id, title, version, language, about;
    Str path;
    char hash[17]; // of the bytes of the rubric's file and of those it uses, in order
    bool is_pack;  // detectors only
    ScoreLaw score;
    VEC(SourceName) covers;
    Detectors detectors;
    const Quality **quality; // one a detector; NULL = not measured
    VEC(uint32_t) order;     // detectors so that each comes after those it refers to
    VEC(Principle) principles;
    VEC(Criterion) criteria; // by principle
    Measures measures;
    Patterns *patterns;
    VEC(PatternOrigin) origins; // one a pattern
    Pages pages;                // the rubric's file first, to quote lines from
} Rubric;

// Reads, resolves and compiles `path` and the files it uses, by path or, when `folders`
// is given, by the name of a rubric in one of them, with the quality files that stand
// beside them. Every mistake found goes to `diags`, in file order; false when there was
// an error among them. Release with rubric_free; all else lives in `arena`.
bool rubric_load(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                 Diags *diags);
// The same for text at hand; `path` is what complaints call it and where packs are
// beside.
bool rubric_read(Arena *arena, Str path, Str text, Rubric *rubric, Diags *diags);
void rubric_free(Rubric *rubric);
// The quality file of a rubric or pack: NAME.quality.yaml beside NAME.yaml; {0} when its
// name does not end in ".yaml".
Str quality_path(Arena *arena, Str path);
// The file that a name on the command line means: itself if it has a '/' or ends in
// ".yaml", else NAME.yaml in the first of `folders` that holds it; {0} when none does.
Str rubric_find(Arena *arena, Str name, const Str *folders, size_t count);

// The band a score falls in.
Str band_of(const ScoreLaw *law, int32_t score);

// The weights of the principles that can have a score, added up.
int64_t principles_weight(const Rubric *rubric);

// How the examples of a rubric fared.
typedef struct {
    uint32_t passed, failed;
    uint32_t gaps; // known ones (todo_match) that are still there
} ExampleCounts;

// What is wrong with a loaded rubric beyond its form: patterns that run away, detectors
// nobody uses, criteria that can never be decided, examples that fail.
ExampleCounts rubric_check(Arena *arena, const Rubric *rubric, Diags *diags);
// The one-screen summary that `check` prints.
void rubric_summary(Buf *out, const Rubric *rubric, ExampleCounts examples);

#endif
