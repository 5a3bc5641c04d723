// The branches of patterns as bytes, in which those of the built-in rubrics are put into
// the program (base/embedded.h): choosing their atoms anew takes longer than all else
// that a run with few calls does.
#ifndef MATCH_BRANCH_IMAGE_H
#define MATCH_BRANCH_IMAGE_H

#include "base/buf.h"
#include "match/branch.h"

// Their names in the image.
#define BRANCH_IMAGE       STR("branches")
#define BRANCH_ATOMS_IMAGE STR("atoms")

// A pattern and its branches.
typedef struct {
    uint64_t key; // of `regex`, as in branch_image.c
    Str regex;
    Str branches; // as bytes
} BranchImage;
typedef struct {
    VEC(BranchImage) all;
    Buf atoms; // of all, apart: a part of the image
} BranchImages;

// A number for it that no other in the image has.
uint64_t branch_key(const BranchKey *key);
// Adds what regex_branches gives, unless it was added before.
void branch_image_add(Arena *arena, BranchImages *images, const BranchKey *key);
// All of them, but for the atoms, as one part of the image. False when two patterns have
// the same key.
bool branch_image_end(BranchImages *images, Buf *out);
// What regex_branches would give for a pattern of a built-in rubric; false when it is not
// in the image. (For another pattern it could be what belongs to a built-in one that has
// the same key, which is made of 62 bits.) The texts are those of the image.
// Of the atoms of each branch an outline only tells how many there are.
// `image` is the part of that name: whoever looks for many finds it once.
bool branch_image_find(Arena *arena, Str image, const BranchKey *key, bool outline,
                       Branches *branches);

#endif
