#include "input/fingerprint.h"

#include "base/file.h"
#include "input/paths.h"
#include "input/stream.h"

#include <errno.h>
#include <stdio.h>

typedef struct {
    Fingerprint *out;
    Digest *listing, *content, *stamp;
    const ReadTo *read; // NULL: no content
    bool once;          // some of it can be read only once
    Str argument;
} Taking;

Str fingerprint_name(Str argument, Str path) {
    Str above = path_folder(argument);
    bool absolute = str_starts(argument, STR("/")) && str_starts(path, above);
    return absolute ? str_without(str_slice(path, above.len, path.len), STR("/")) : path;
}

static void add_number(Digest *digest, int64_t number) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, " %lld\n", (long long)number);
    digest_add(digest, (Str){digits, (size_t)length});
}

// Hashes the first bytes of a stream, and no more of what is read with them.
static void hash_bytes(Stream *stream, uint64_t left, char hash[17]) {
    Digest *digest = digest_new();
    for (Str bytes; left && (bytes = stream_peek(stream, 1)).len; left -= bytes.len) {
        if (bytes.len > left) bytes.len = (size_t)left;
        digest_add(digest, bytes);
        stream_skip(stream, bytes.len);
    }
    digest_hex(digest, hash);
    digest_free(digest);
}

// Its own digest, so that what stands at the end of one file is not at the start of the
// next.
static void add_content(Taking *taking, Str path, uint64_t to) {
    Arena arena = {0};
    char hash[17] = "";
    Stream *stream = to ? stream_file(&arena, path) : NULL;
    int error = to && !stream ? errno : 0;
    bool broken = error && is_of_machine(error);
    if (stream) {
        digest_free(stream->digest); // of all that is read, which says nothing here
        stream->digest = NULL;
        hash_bytes(stream, to, hash);
        broken = stream->broken;
        stream_close(stream, NULL);
    }
    if (broken) taking->out->broken = taking->argument;
    digest_add(taking->content, str_from(hash));
    arena_free(&arena);
}

static void add_file(Taking *taking, Arena *arena, Str path) {
    struct stat status = {0};
    bool there = file_status(arena, path, &status);
    if (!there && is_of_machine(errno)) taking->out->broken = taking->argument;
    bool again = there && S_ISREG(status.st_mode) && !str_eq(path, STR("-"));
    digest_add(taking->listing, fingerprint_name(taking->argument, path));
    add_number(taking->listing, again ? status.st_size : -1);
    uint64_t number = taking->out->files++;
    taking->once |= !again;
    if (!again) return;
    taking->out->bytes += (uint64_t)status.st_size;
    add_number(taking->stamp, (int64_t)status.st_ino);
    add_number(taking->stamp, status.st_mtim.tv_sec);
    add_number(taking->stamp, status.st_mtim.tv_nsec);
    if (taking->read && number < taking->read->len)
        add_content(taking, path, taking->read->items[number]);
}

static void add_argument(Taking *taking, Str argument, Str left_out) {
    Arena arena = {0};
    Diags ignored = {.arena = &arena}; // whoever reads them complains
    Paths found = {0};
    taking->argument = argument;
    if (!paths_add(&found, &arena, argument, left_out, &ignored))
        taking->out->broken = argument;
    vec_each(const Str, path, &found) add_file(taking, &arena, *path);
    arena_free(&arena);
}

static void end_digest(Digest *digest, char hex[17]) {
    digest_hex(digest, hex);
    digest_free(digest);
}

Fingerprint fingerprint_take(const Texts *paths, Str left_out, const ReadTo *read) {
    Fingerprint out = {0};
    Taking taking = {.out = &out,
                     .listing = digest_new(),
                     .content = digest_new(),
                     .stamp = digest_new(),
                     .read = read};
    vec_each(const Str, path, paths) add_argument(&taking, *path, left_out);
    end_digest(taking.listing, out.listing);
    end_digest(taking.content, out.content);
    end_digest(taking.stamp, out.stamp);
    if (!read || taking.once) out.content[0] = '\0';
    return out;
}

bool fingerprint_holds(const Fingerprint *before, const Fingerprint *after) {
    return str_eq(str_from(before->listing), str_from(after->listing)) &&
           str_eq(str_from(before->stamp), str_from(after->stamp));
}
