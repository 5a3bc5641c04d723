// Which detectors are to find the turns that carry a label.
#ifndef LOAD_LABEL_MAP_H
#define LOAD_LABEL_MAP_H

#include "base/map.h"
#include "rubric/rubric.h"

typedef struct {
    Str label;
    DetectorRefs detectors; // any of them finds it
    Role role;              // only turns of this role are judged; ROLE_UNKNOWN = any
    Place place;            // where the map names the label
} LabelRule;

typedef struct {
    VEC(LabelRule) rules; // no two of one label
    Map numbers;          // of rules, by label
    SourceFiles files;    // the map's file, to quote lines from
} LabelMap;

// Reads the map at `path`; mistakes go to `diags`, and false when there are any.
bool label_map_load(Arena *arena, Str path, const Rubric *rubric, LabelMap *map,
                    Diags *diags);
// The map of a rubric for labels that are named as detectors are.
LabelMap label_map_by_name(Arena *arena, const Rubric *rubric);

#endif
