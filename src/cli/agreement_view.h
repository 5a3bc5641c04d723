// How far the machine agrees with readers, and its formats.
#ifndef CLI_AGREEMENT_VIEW_H
#define CLI_AGREEMENT_VIEW_H

#include "cli/options.h"
#include "tally/agreement.h"
#include "tally/lowest.h"

typedef struct {
    const Rubric *rubric;
    Agreement *criteria; // one a criterion; without cases where nobody judged it
    Texts files;         // of verdicts and calls
    size_t calls;        // judged, and among the inputs
    uint32_t readers;
    LowestFifth lowest; // of the calls that have scores of both
    InputPart part;
    Str kind;    // of the readers, as a quality file has it
    bool unread; // nobody looked at the calls while the rubric was worked on
    Str errors;  // text; empty without --errors
} AgreementView;

typedef void PutAgreement(Buf *out, const AgreementView *view);

// The YAML is a quality file.
PutAgreement agreement_put_text, agreement_put_quality;

#endif
