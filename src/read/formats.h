// All formats of transcripts, and which of them an input has.
#ifndef READ_FORMATS_H
#define READ_FORMATS_H

#include "format/format.h"

size_t format_count(void);
const FormatInfo *format_info(size_t index);

// The format of this name. NULL when it is empty; also when there is none such, which is
// an error with a hint in `diags`.
const Format *format_named(Str name, Diags *diags);
// The format of an input whose head is in its source's window, `forced` where that is not
// NULL, and why. NULL with a complaint when it is no transcript.
const Format *format_detect(Input *input, const Format *forced, const char **reason);

#endif
