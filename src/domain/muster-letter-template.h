/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter.h"

/** The largest template, in bytes. */
#define MUSTER_LETTER_TEMPLATE_MAX_SIZE (64 * 1024)

/**
 * MusterLetterTemplate: the text of a letter with fields to be filled in (data/letters/). First lines “Kind: ”, “Language: ”, “To: ” and “Title: ”, then an empty
 * line, then paragraphs, which empty lines part. A paragraph that begins with “# ” is a heading, with “- ” an item of a list, and with “? ” stands only where
 * every field in it has something. Fields are {names}; “{{” is a brace.
 */
typedef struct _MusterLetterTemplate MusterLetterTemplate;

/**
 * Reads a template strictly, as the one who checks it before it is ever used: unknown fields, fields its kind cannot fill in, an addressee that is not that of the
 * kind, and everything the kind must say but the text does not. MUSTER_ERROR_INVALID names the line, the field and what is wrong.
 */
MusterLetterTemplate *muster_letter_template_parse (const char *text, gssize length, GError **error);
void muster_letter_template_free (MusterLetterTemplate *letter_template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterLetterTemplate, muster_letter_template_free)

const MusterLetterKind *muster_letter_template_get_kind (MusterLetterTemplate *letter_template);
const char *muster_letter_template_get_language (MusterLetterTemplate *letter_template); /* "en" */

typedef enum
{
  MUSTER_LETTER_PARAGRAPH,
  MUSTER_LETTER_HEADING,
  MUSTER_LETTER_ITEM,
} MusterLetterStyle;

typedef struct
{
  MusterLetterStyle style;
  char *text;
} MusterLetterBlock;

/** MusterLetter: what is on the paper. */
typedef struct
{
  char *language;
  char *title;
  char *agency;
  char *addressee;
  char *day;
  char *number;      /* (nullable) */
  GPtrArray *blocks; /* (element-type MusterLetterBlock) */
} MusterLetter;

void muster_letter_free (MusterLetter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterLetter, muster_letter_free)

/**
 * Fills @values in, one for each #MusterLetterField, %NULL where there is nothing. A value of several lines becomes as many items where it stands alone.
 * Fails with MUSTER_ERROR_RULE naming the field that would have stayed empty.
 */
MusterLetter *muster_letter_template_fill (MusterLetterTemplate *letter_template, const char *const *values, GError **error);
