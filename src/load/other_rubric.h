// Rubrics that `same_as` names: read no further than to take the rules of a criterion
// from them, or to hold those of this rubric against them.
#ifndef LOAD_OTHER_RUBRIC_H
#define LOAD_OTHER_RUBRIC_H

#include "load/quality_file.h"

struct OtherRubric {
    Str name;
    RubricFile file; // its source is NULL when it could not be read
    bool complete;   // this rubric uses all that it uses, so its hash can be told
    QualityFile quality;
    bool outdated; // the figures of quality are of another version
};

// A criterion of another rubric.
typedef struct {
    OtherRubric *rubric;
    const Node *node;
} OtherCriterion;

// The one that RUBRIC/CRITERION names. False after complaining at `place`, but once only
// of a rubric that cannot be read.
bool other_criterion(Loader *load, Str name, Place place, OtherCriterion *found);

#endif
