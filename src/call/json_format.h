// What the reader knows of JSON transcripts: one const descriptor a vendor, told apart by
// the fields that a document has.
#ifndef CALL_JSON_FORMAT_H
#define CALL_JSON_FORMAT_H

#include "call/format.h"
#include "call/json.h"

typedef struct {
    const char *name, *summary, *times, *roles; // as in formats.h
    // Why the document is of this format, or NULL. A few fields that no other format has;
    // what stands in them is for `read` to complain of.
    const char *(*detect)(const Json *document);
    // Fills piece->call, or refuses it. It begins with an id made of the file's name,
    // and no times.
    void (*read)(Piece *piece, const Json *document);
} JsonFormat;

extern const JsonFormat JSON_CALLMARK, JSON_AWS_CALL_ANALYTICS, JSON_AWS_TRANSCRIBE,
    JSON_CONTACT_LENS_VOICE, JSON_CONTACT_LENS_CHAT, JSON_BEDROCK, JSON_GOOGLE,
    JSON_GENESYS, JSON_INTERCOM, JSON_ZENDESK, JSON_LIVECHAT, JSON_ABCD, JSON_AZURE_BATCH,
    JSON_AZURE_CONVERSATION, JSON_TWILIO, JSON_DEEPGRAM, JSON_ASSEMBLYAI, JSON_WHISPERX,
    JSON_WHISPER, JSON_VCON;

// Asked in this order.
size_t json_format_count(void);
const JsonFormat *json_format(size_t index);
// The format of a document, and why; NULL when it is of none.
const JsonFormat *json_format_detect(const Json *document, const char **reason);

#endif
