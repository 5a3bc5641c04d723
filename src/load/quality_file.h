// Quality files: how often detectors were right, as 'callmark measure' wrote it, and how
// far criteria agree with readers, as 'callmark agree' did.
#ifndef LOAD_QUALITY_FILE_H
#define LOAD_QUALITY_FILE_H

#include "load/loader.h"

// What figures were taken of, and where it stands that they were.
typedef struct {
    Str hash; // of the rubric then; may be empty
    const Node *node;
    Readers readers; // of figures of criteria
} QualitySource;

// `detectors` and `criteria` have the figures by name, or are NULL.
typedef struct {
    QualitySource measured, judged;
    const Node *detectors, *criteria;
} QualityFile;

// Reads the one beside a rubric or pack; false when there is none, or nothing good in it.
bool quality_open(Loader *load, Str path, QualityFile *file);
// Whether the figures of detectors, or of criteria, are of another version than
// `present`, a hash as of file_hash.h; says so.
bool measured_outdated(Loader *load, const QualityFile *file, Str present);
bool judged_outdated(Loader *load, const QualityFile *file, Str present);

#endif
