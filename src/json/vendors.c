#include "json/vendor.h"

static const JsonFormat *const VENDORS[] = {
    &JSON_CALLMARK,
    &JSON_AWS_CALL_ANALYTICS,
    &JSON_AWS_TRANSCRIBE,
    &JSON_CONTACT_LENS_VOICE,
    &JSON_CONTACT_LENS_CHAT,
    &JSON_BEDROCK,
    &JSON_GOOGLE,
    &JSON_GENESYS,
    &JSON_INTERCOM,
    &JSON_ZENDESK,
    &JSON_LIVECHAT,
    &JSON_ABCD,
    &JSON_AZURE_BATCH,
    &JSON_AZURE_CONVERSATION,
    &JSON_TWILIO,
    &JSON_DEEPGRAM,
    &JSON_ASSEMBLYAI,
    &JSON_WHISPERX,
    &JSON_WHISPER,
    &JSON_CONTACT_LENS_LIVE,
    &JSON_AWS_PCA,
    &JSON_ZENDESK_TICKET,
    &JSON_TELEGRAM,
    &JSON_SLACK,
    &JSON_TURN_LIST, // last: its fields are the least particular
};
enum { VENDOR_COUNT = sizeof VENDORS / sizeof *VENDORS };

size_t json_vendor_count(void) { return VENDOR_COUNT; }

const JsonFormat *json_vendor(size_t index) { return VENDORS[index]; }

const JsonFormat *json_vendor_detect(const Json *document, const char **reason) {
    for (size_t i = 0; i < VENDOR_COUNT; i++)
        if ((*reason = VENDORS[i]->detect(document))) return VENDORS[i];
    return NULL;
}
