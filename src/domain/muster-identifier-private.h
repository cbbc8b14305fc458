/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-identifier.h"

/* What the checks of identifiers share. */

#define MUSTER_NO_BREAK_SPACE "\u00a0"

/** MusterSpan: what was given, without the white space around it. Nearly everything is short, so most checks need no memory for it. */
typedef struct
{
  const char *start;
  gsize length;
} MusterSpan;

/** Returns: @text (nullable) without the white space around it, that which does not break included. */
MusterSpan muster_identifier_trim (const char *text);
/** Whether @span is digits and nothing else, at least one. */
gboolean muster_identifier_is_digits (MusterSpan span);
/** Returns: the length of the hyphen, dot, slash or blank of any kind that @p begins; 0 if it begins none. */
gsize muster_identifier_get_separator (const char *p);
/** Returns: %FALSE, with @error saying that @text breaks @rule. A value that could be a social security number is not repeated in it. */
gboolean muster_identifier_refuse (const char *text, const char *rule, GError **error);
