// Mails as they are sent (RFC 5322, MIME): who wrote what to whom, and when.
#ifndef TEXT_MIME_H
#define TEXT_MIME_H

#include "base/date.h"

typedef struct {
    Str id;            // Message-ID, without <>; empty = it has none
    Str references;    // ids of mails that it goes on from, the first one first, in <>
    Str name, address; // of who wrote it; empty = not told
    Str subject;
    int64_t sent_ms; // since 1970, or NO_TIME
    bool automatic;  // a program wrote it (RFC 3834)
    Str text;        // what is to be read: plain text, or HTML without its tags
} Mail;

// What the mails of a run are read with; nothing is loaded for it before the first mail.
typedef struct Mime Mime;
Mime *mime_new(Arena *arena);
// A mail's headers and text, in `arena`; what is attached is left out. Its bytes have
// been made UTF-8 as far as they are not encoded. False when it has no headers. Any
// thread.
bool mime_read(Mime *mime, Arena *arena, Str bytes, Mail *mail);

#endif
