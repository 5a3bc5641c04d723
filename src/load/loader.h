// What the readers of a rubric's parts share. Private to src/load/, as are the headers of
// the parts: load.h is what others include.
#ifndef LOAD_LOADER_H
#define LOAD_LOADER_H

#include "load/node.h"
#include "rubric/rubric.h"

// The rubric's file or one it uses.
typedef struct RubricFile RubricFile;
struct RubricFile {
    const SourceFile *source;
    Node root;
    const Node *own_fragments; // as written, or NULL
    Fragments fragments;       // what its patterns can use: those of `uses`, and its own
    bool has_fragments;        // they are read (fragments_of)
    VEC(RubricFile *) uses;
    bool unicode;
    bool from_image; // its nodes have the fragments written out
    bool trusted; // it is built in, and so is what it uses: nothing need be complained of
    bool is_used; // came by `use:`
    bool is_read; // false: it is being read, and to use it now would be a ring
};

// The maps in which one thing is written: its own, then those that extend it, in the
// order the files are read.
typedef VEC(const Node *) Nodes;

// A detector as written.
typedef struct {
    const Node *name;
    Nodes bodies;
    VEC(Place) extended;
    const Node *drop; // where it is dropped, or NULL
} DetectorNode;

// Principles or criteria as written: for each, the maps that it is written in.
typedef struct {
    VEC(Nodes) items;
    const Node *list; // the last in which some stood
} NodeGroups;

// Ids that must not come twice.
typedef struct {
    Map numbers;
    VEC(Place) places; // by number
} Ids;

// A rubric that `same_as` names (other_rubric.h).
typedef struct OtherRubric OtherRubric;

typedef struct {
    Arena *arena;
    Arena passing; // of what is not needed once the rubric is read
    Diags *diags;
    Rubric *rubric;
    const Texts *folders;           // of installed rubrics, or NULL
    VEC(RubricFile *) files;        // in the order they were opened
    Nodes roots;                    // of files: each after those it uses
    VEC(DetectorNode) nodes;        // dropped ones among them
    Map node_numbers;               // by name
    VEC(const DetectorNode *) kept; // by detector number
    VEC(Str) names;                 // likewise
    Map numbers;                    // of detectors, by name
    // Their numbers by their regex: of each role, of whole words or not, Unicode's or
    // not.
    Map patterns[ROLE_COUNT][2][2];
    NodeGroups principles;
    VEC(Nodes) criteria; // where each criterion is written
    VEC(OtherRubric *) others;
    Ids criterion_ids, principle_ids, measure_ids;
    Texts judged;            // quality files that have figures of criteria
    bool to_mark;            // detectors that decide nothing are left out
    const Texts *sought;     // all other detectors are; NULL: none is
    bool without_patterns;   // detectors are read so, at first
    bool pack_missing;       // what is not known may be in it, and is not complained of
    uint32_t detector;       // the one being read
    Str referrer;            // what is being read, as complaints name it
    PatternSpec pattern;     // what its patterns have in common
    const char *field;       // of it, that is being read
    WrittenPatterns written; // its patterns so far
} Loader;

// Reads a value into `into`, which is of the type the reader says; false after
// complaining.
typedef bool FieldRead(Loader *load, const Node *value, void *into);

// Whether `name`, the text of `value`, leads down from the folder of its file, or from
// one of installed rubrics; false after complaining.
bool loader_may_name(Loader *load, const Node *value, Str name);
// The file at `path`; NULL after complaining at `place`.
const SourceFile *loader_open(Loader *load, Str path, Place place);
// The file that a node stands in.
RubricFile *loader_file(const Loader *load, const Node *node);

#endif
