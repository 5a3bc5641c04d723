#include "read/cues.h"

#include "call/fold.h"

typedef struct {
    double weight;           // log odds, as cues.h says
    const char *phrases[20]; // in lower case; ends with NULL
} RoleCue;

static const RoleCue CUES[] = {
    // Answers for a company.
    {3,
     {"thank you for calling", "thanks for calling", "thank you for contacting",
      "thanks for contacting", "thank you for choosing", "you're through to",
      "you are through to", "you're speaking with", "you are speaking with",
      "you're speaking to", "you've reached", "welcome to"}},
    // Offers help.
    {3,
     {"how can i help", "how may i help", "how can we help", "how can i assist",
      "how may i assist", "how may i be of", "what can i do for you", "what can i help",
      "can i help you", "may i help you", "i can help you", "happy to help",
      "glad to help", "happy to assist", "glad to assist"}},
    // Offers more of it.
    {3,
     {"anything else i can", "is there anything else", "anything else today",
      "anything else you need", "anything else that i can"}},
    // Asks who the other is.
    {2,
     {"can i have your", "may i have your", "could i have your", "can i get your",
      "may i get your", "could i get your", "can i take your", "could i take your",
      "may i take your", "confirm your", "verify your", "your date of birth",
      "your account number", "your order number", "your booking reference",
      "your postcode", "your zip code", "for security", "who am i speaking"}},
    // Lets the other wait.
    {2,
     {"put you on hold", "place you on hold", "pop you on hold", "bear with me",
      "for holding", "for waiting", "for your patience", "one moment while",
      "one moment please", "one moment, please", "just a moment while",
      "put you through to", "transfer you to"}},
    // Looks it up, and is sorry for the company.
    {1,
     {"i can see here", "i can see that", "let me pull up", "i'm showing", "our system",
      "on your account", "for the inconvenience", "for any inconvenience", "i do apologi",
      "we apologi", "sorry to hear"}},
    // Says why he calls. Agents who call out say so as well.
    {-2,
     {"i'm calling", "i am calling", "i was calling", "i'm ringing", "calling about",
      "calling because", "ringing about", "ringing because", "just calling",
      "just ringing"}},
    // Asks for help.
    {-3,
     {"can you help me", "could you help me", "can you please help",
      "could you please help", "i need help", "i need some help", "hoping you can help",
      "i was hoping you", "help me with my"}},
    // Wants something.
    {-2,
     {"i need to", "i want to", "i would like to", "i'd like to", "i'm trying to",
      "i was wondering", "i'm looking for", "i'm looking to", "i am looking for",
      "i am trying to"}},
    // Has something of his own that it is about.
    {-2,
     {"my account", "my order", "my bill", "my card", "my booking", "my reservation",
      "my flight", "my package", "my parcel", "my payment", "my subscription",
      "my internet", "my broadband", "my policy", "my contract", "my money", "my phone",
      "my doctor", "my address is"}},
    // Has a trouble.
    {-2,
     {"i was charged", "i've been charged", "i have a problem", "i've got a problem",
      "i'm having", "i ordered", "i never received", "i haven't received",
      "i've been waiting", "i have been waiting", "hasn't arrived", "isn't working",
      "doesn't work", "not working", "stopped working", "i was told"}},
    // Gives his name. Agents do as well, when they answer.
    {-1, {"my name is", "my name's", "my number is", "my email is"}},
    // Is thankful for the help, and needs no more.
    {-3,
     {"for your help", "for all your help", "for helping", "thanks for the help",
      "thank you for the help", "that's all", "that is all", "that'll be all",
      "that will be all", "no, that's", "no that's it", "nothing else"}},
};
_Static_assert(sizeof CUES / sizeof *CUES == CUE_COUNT, "one of each kind");

// The pairs of neighbouring bytes that a text holds, by their hash: a phrase with another
// pair is not in it, which spares most searches.
typedef struct {
    bool of[1024];
} Pairs;

// The top bits of a product (Knuth, as str_quick_hash).
static uint32_t pair_hash(const char *pair) {
    const uint32_t GOLDEN = 0x9E3779B9U;
    uint16_t both;
    memcpy(&both, pair, sizeof both);
    return both * GOLDEN >> 22;
}

static void note_pairs(Pairs *pairs, Str text) {
    for (size_t i = 1; i < text.len; i++) pairs->of[pair_hash(text.ptr + i - 1)] = true;
}

// No phrase is of one letter.
static bool may_hold(const Pairs *pairs, const char *phrase) {
    do
        if (!pairs->of[pair_hash(phrase++)]) return false;
    while (phrase[1]);
    return true;
}

static bool gives(const RoleCue *cue, Str text, const Pairs *pairs) {
    for (const char *const *phrase = cue->phrases; *phrase; phrase++)
        if (may_hold(pairs, *phrase) && str_has(text, str_from(*phrase))) return true;
    return false;
}

void cues_hear(Arena *scratch, Cues *cues, Cue count, Str said) {
    enum { PHRASE_LEAST = 7 }; // "my bill"; no text is longer when folded
    if (said.len < PHRASE_LEAST) return;
    Str text = str_lower(scratch, text_fold(scratch, said).text);
    Pairs pairs = {0};
    note_pairs(&pairs, text);
    for (size_t i = 0; i < count; i++)
        cues->gave[i] = cues->gave[i] || gives(&CUES[i], text, &pairs);
}

double cues_sum(const Cues *cues) {
    double sum = 0;
    for (size_t i = 0; i < CUE_COUNT; i++)
        if (cues->gave[i]) sum += CUES[i].weight;
    return sum;
}
