/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-redaction.h"

/* A hearing bundle as it is to be read: parts with headings, facts, texts and tables. How it is drawn is another matter. */

typedef enum
{
  MUSTER_BUNDLE_HEADING, /* within a part */
  MUSTER_BUNDLE_TEXT,
  MUSTER_BUNDLE_FACTS,   /* rows of a label and a value */
  MUSTER_BUNDLE_TABLE,   /* the first row names the columns */
} MusterBundleBlockKind;

#define MUSTER_BUNDLE_MOST_COLUMNS 6

/** MusterBundleBlock: @rows: (nullable) (element-type GStrv): of @n_columns texts each. @shares: how the width goes to the columns. */
typedef struct
{
  MusterBundleBlockKind kind;
  char *text;
  GPtrArray *rows;
  guint n_columns;
  guint shares[MUSTER_BUNDLE_MOST_COLUMNS];
} MusterBundleBlock;

typedef struct
{
  char *title;
  GPtrArray *blocks; /* (element-type MusterBundleBlock) */
} MusterBundlePart;

/**
 * MusterBundle:
 * @number: of the case
 * @title: "Hearing Bundle"; @subtitle: what the case is
 * @notice: (nullable): on the cover, in a frame: that it is the redacted form
 * @checkpoint: the journal’s code at that moment
 * @cover: the facts on it
 */
typedef struct
{
  char *number;
  char *title;
  char *subtitle;
  char *agency;
  char *notice;
  char *checkpoint;
  gboolean is_practice;
  gint64 drawn_at;      /* µs since 1970 UTC */
  MusterBundlePart *cover;
  GPtrArray *parts;     /* (element-type MusterBundlePart) */
} MusterBundle;

MusterBundle *muster_bundle_new (void);
void muster_bundle_free (MusterBundle *bundle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBundle, muster_bundle_free)

/** Returns: (transfer none): a new part at the end. */
MusterBundlePart *muster_bundle_add_part (MusterBundle *bundle, const char *title);
void muster_bundle_part_add_heading (MusterBundlePart *part, const char *text);
/** Nothing for %NULL. */
void muster_bundle_part_add_text (MusterBundlePart *part, const char *text);
/** Adds a fact to those that stand last; nothing for %NULL. */
void muster_bundle_part_add_fact (MusterBundlePart *part, const char *label, const char *value);
/** Begins a table of as many columns as @headings (%NULL-terminated) names. */
void muster_bundle_part_begin_table (MusterBundlePart *part, const char *const *headings, const guint *shares);
/** Adds a row to it; @cells as many as there are columns, each nullable. */
void muster_bundle_part_add_row (MusterBundlePart *part, const char *const *cells);

/** Takes the names that @redactor withholds out of everything that @bundle says, wherever they came from: the last thing before it is drawn. */
void muster_bundle_redact (MusterBundle *bundle, MusterRedactor *redactor);
