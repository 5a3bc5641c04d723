// What the reader knows of JSON transcripts: one const descriptor a vendor, told apart by
// the fields that a document has.
#ifndef JSON_VENDOR_H
#define JSON_VENDOR_H

#include "format/format.h"
#include "input/json.h"

typedef struct {
    FormatInfo info;
    // Why the document is of this format, or NULL. A few fields that no other format has;
    // what stands in them is for `read` to complain of.
    const char *(*detect)(const Json *document);
    // Fills task->call, or refuses it. It begins with an id made of the file's name,
    // and no times.
    void (*read)(CallTask *task, const Json *document);
} JsonFormat;

extern const JsonFormat JSON_CALLMARK, JSON_AWS_CALL_ANALYTICS, JSON_AWS_TRANSCRIBE,
    JSON_CONTACT_LENS_VOICE, JSON_CONTACT_LENS_CHAT, JSON_BEDROCK, JSON_GOOGLE,
    JSON_GENESYS, JSON_INTERCOM, JSON_ZENDESK, JSON_LIVECHAT, JSON_ABCD, JSON_AZURE_BATCH,
    JSON_AZURE_CONVERSATION, JSON_TWILIO, JSON_DEEPGRAM, JSON_ASSEMBLYAI, JSON_WHISPERX,
    JSON_WHISPER, JSON_CONTACT_LENS_LIVE, JSON_AWS_PCA, JSON_ZENDESK_TICKET,
    JSON_TELEGRAM, JSON_SLACK, JSON_VCON, JSON_TURN_LIST;

// All but JSON_VCON, in the order in which they are asked.
size_t json_vendor_count(void);
const JsonFormat *json_vendor(size_t index);
// The format of a document, and why; NULL when it is of none of them.
const JsonFormat *json_vendor_detect(const Json *document, const char **reason);

#endif
