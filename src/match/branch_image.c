#include "match/branch_image.h"

#include "base/embedded.h"
#include "input/digest.h"

#include <stdlib.h>

// What the image begins with: how many patterns it has, then for each, by key, where its
// branches are. Behind that stand the branches.
typedef struct {
    uint64_t key, at; // bytes from the start of the image
} Entry;

// Before the branches and before the partners of an atom stands how many they are, before
// each branch and atom one of these, and behind it what it says. The atoms of a branch
// are apart, for few runs read them.
typedef struct {
    uint32_t regex; // bytes
    uint16_t head;  // sets
    uint16_t track; // bytes
    uint32_t atoms; // how many
    uint32_t at;    // of the first of them: bytes from the start of BRANCH_ATOMS_IMAGE
    bool whole, at_top, unused[2];
} BranchBytes;
typedef struct {
    uint32_t least, most, text; // text: bytes
    bool edge_before, edge_after, at_top;
    // These are as in the atom before: nothing stands here.
    bool same_first, same_before, same_after, same_partners;
    bool has_partners, partners_behind, closed, unused[2];
} AtomBytes;

uint64_t branch_key(const BranchKey *key) {
    return (digest_number(key->regex) & ~(uint64_t)3) | (uint64_t)key->whole_words << 1 |
           key->unicode;
}

// ---- Writing

static void put(Buf *out, const void *value, size_t size) {
    buf_put(out, (Str){value, size});
}

static bool same_set(const ByteSet *one, const ByteSet *other) {
    return memcmp(one, other, sizeof *one) == 0;
}

static void put_atoms(Buf *out, const AtomList *list, bool with_partners) {
    Atom before = {0};
    vec_each(const Atom, atom, list) {
        const AtomList *partners = with_partners ? atom->partners : NULL;
        AtomBytes bytes = {.least = atom->least,
                           .most = atom->most,
                           .text = (uint32_t)atom->text.len,
                           .edge_before = atom->edge_before,
                           .edge_after = atom->edge_after,
                           .at_top = atom->at_top,
                           .same_first = same_set(&atom->first, &before.first),
                           .same_before = same_set(&atom->before, &before.before),
                           .same_after = same_set(&atom->after, &before.after),
                           .same_partners = partners == before.partners,
                           .has_partners = partners,
                           .partners_behind = atom->partners_behind,
                           .closed = atom->closed};
        put(out, &bytes, sizeof bytes);
        buf_put(out, atom->text);
        if (!bytes.same_first) put(out, &atom->first, sizeof atom->first);
        if (!bytes.same_before) put(out, &atom->before, sizeof atom->before);
        if (!bytes.same_after) put(out, &atom->after, sizeof atom->after);
        if (partners && !bytes.same_partners) {
            put(out, &(uint32_t){(uint32_t)partners->len}, sizeof(uint32_t));
            put_atoms(out, partners, false);
        }
        before = *atom;
        before.partners = partners;
    }
}

static void put_branch(Buf *out, Buf *atoms, const Branch *branch) {
    const Head *head = &branch->head;
    BranchBytes bytes = {.regex = (uint32_t)branch->regex.len,
                         .head = (uint16_t)head->len,
                         .track = (uint16_t)branch->track.len,
                         .atoms = (uint32_t)branch->atoms.list.len,
                         .at = (uint32_t)atoms->len,
                         .whole = branch->atoms.whole,
                         .at_top = branch->atoms.at_top};
    put(out, &bytes, sizeof bytes);
    buf_put(out, branch->regex);
    put(out, head->at, head->len * sizeof *head->at);
    put(out, branch->track.steps, branch->track.len);
    put_atoms(atoms, &branch->atoms.list, true);
}

void branch_image_add(Arena *arena, BranchImages *images, const BranchKey *key) {
    Buf out = {.arena = arena};
    BranchImage image = {.key = branch_key(key), .regex = key->regex};
    vec_each(const BranchImage, known, &images->all)
        if (known->key == image.key && str_eq(known->regex, image.regex)) return;
    Branches branches = regex_branches(arena, key->regex, key->whole_words, key->unicode);
    put(&out, &(uint32_t){(uint32_t)branches.len}, sizeof(uint32_t));
    images->atoms.arena = arena;
    vec_each(const Branch, branch, &branches) put_branch(&out, &images->atoms, branch);
    image.branches = buf_str(&out);
    *vec_push(arena, &images->all) = image;
}

static int compare(const void *a, const void *b) {
    const BranchImage *one = a, *other = b;
    return (one->key > other->key) - (one->key < other->key);
}

bool branch_image_end(BranchImages *images, Buf *out) {
    uint64_t count = images->all.len, at = sizeof count + count * sizeof(Entry),
             before = 0;
    if (count) qsort(images->all.items, count, sizeof(BranchImage), compare);
    put(out, &count, sizeof count);
    vec_each(const BranchImage, image, &images->all) {
        if (image->key == before) return false;
        before = image->key;
        put(out, &(Entry){image->key, at}, sizeof(Entry));
        at += image->branches.len;
    }
    vec_each(const BranchImage, image, &images->all) buf_put(out, image->branches);
    return true;
}

// ---- Reading

static void take(Str *rest, void *value, size_t size) {
    if (size) memcpy(value, str_take(rest, size).ptr, size);
}

static AtomList take_atoms(Arena *arena, Str *rest, uint32_t count) {
    Atom atom = {0};
    AtomList list = {arena_raw(arena, count * sizeof *list.items), count, count};
    vec_each(Atom, next, &list) {
        AtomBytes bytes;
        take(rest, &bytes, sizeof bytes);
        atom.text = str_take(rest, bytes.text);
        atom.least = bytes.least, atom.most = bytes.most;
        atom.edge_before = bytes.edge_before, atom.edge_after = bytes.edge_after;
        atom.at_top = bytes.at_top, atom.closed = bytes.closed;
        if (!bytes.same_first) take(rest, &atom.first, sizeof atom.first);
        if (!bytes.same_before) take(rest, &atom.before, sizeof atom.before);
        if (!bytes.same_after) take(rest, &atom.after, sizeof atom.after);
        atom.partners_behind = bytes.partners_behind;
        if (!bytes.same_partners) atom.partners = NULL;
        if (bytes.has_partners && !bytes.same_partners) {
            AtomList *partners = arena_new(arena, AtomList);
            uint32_t partner_count;
            take(rest, &partner_count, sizeof partner_count);
            *partners = take_atoms(arena, rest, partner_count);
            atom.partners = partners;
        }
        *next = atom;
    }
    return list;
}

static Track take_track(Str *rest, size_t len) {
    return (Track){(const uint8_t *)str_take(rest, len).ptr, len};
}

static Branch take_branch(Arena *arena, Str *rest, bool outline) {
    BranchBytes bytes;
    take(rest, &bytes, sizeof bytes);
    Branch branch = {.regex = str_take(rest, bytes.regex), .head.len = bytes.head};
    take(rest, branch.head.at, bytes.head * sizeof *branch.head.at);
    if (bytes.track) branch.track = take_track(rest, bytes.track);
    branch.atoms.list.len = bytes.atoms;
    if (!outline) {
        Str all = embedded_image(BRANCH_ATOMS_IMAGE);
        Str atoms = str_slice(all, bytes.at, all.len);
        branch.atoms.list = take_atoms(arena, &atoms, bytes.atoms);
    }
    branch.atoms.whole = bytes.whole, branch.atoms.at_top = bytes.at_top;
    return branch;
}

// The bytes from the branches of the key on, or {0}.
static Str find(Str image, uint64_t key) {
    uint64_t low = 0, high = 0;
    Str entries = image;
    if (image.ptr) take(&entries, &high, sizeof high);
    while (low < high) {
        uint64_t middle = (low + high) / 2;
        Entry entry;
        memcpy(&entry, entries.ptr + middle * sizeof entry, sizeof entry);
        if (entry.key == key) return str_slice(image, entry.at, image.len);
        if (entry.key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return (Str){0};
}

bool branch_image_find(Arena *arena, Str image, const BranchKey *key, bool outline,
                       Branches *branches) {
    Str rest = find(image, branch_key(key));
    uint32_t count;
    *branches = (Branches){0};
    if (!rest.ptr) return false;
    take(&rest, &count, sizeof count);
    *branches = (Branches){arena_raw(arena, count * sizeof(Branch)), count, count};
    vec_each(Branch, branch, branches) *branch = take_branch(arena, &rest, outline);
    return true;
}
