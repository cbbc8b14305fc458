/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter-template.h"

/* What reading a template and filling it in share. */

/** MusterTemplateBlock: a paragraph as it is written, and the fields in it. */
typedef struct
{
  MusterLetterStyle style;
  gboolean optional;
  guint fields;
  char *text;
} MusterTemplateBlock;

struct _MusterLetterTemplate
{
  const MusterLetterKind *kind;
  char *language;
  char *title;
  GPtrArray *blocks; /* (element-type MusterTemplateBlock) */
};
