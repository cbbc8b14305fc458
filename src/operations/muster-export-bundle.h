/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-redaction.h"
#include "operations/muster-export-file.h"
#include "store/muster-store.h"

/** MusterBundleFormat: one document, or a ZIP file with that document, the files that belong to the case, and the hashes of all. */
typedef enum
{
  MUSTER_BUNDLE_PDF,
  MUSTER_BUNDLE_ZIP,
} MusterBundleFormat;

/** Sets @format by the ending of @path. MUSTER_ERROR_INVALID where it is neither. */
gboolean muster_bundle_find_format (const char *path, MusterBundleFormat *format, GError **error);
/** Returns: "pdf", "zip": also the ending of the file. */
const char *muster_bundle_format_to_code (MusterBundleFormat format);

/**
 * Input of #muster_export_bundle.
 * @number: of a decision or a corrective action
 * @redacted: leaves out what is private; that form is a PDF always
 * @words: (nullable): %NULL-terminated: names that the redacted form withholds besides
 * @reason: what it is for
 * @prints: the file is only on its way to a printer
 * @with_complainant: says who complained; the whole form does not by itself, and the redacted one never
 */
typedef struct
{
  const char *number;
  const char *path;
  MusterBundleFormat format;
  gboolean redacted;
  const char *const *words;
  const char *reason;
  gboolean prints;
  gboolean with_complainant;
} MusterBundleExport;

/**
 * Output of #muster_export_bundle. Clear it.
 * @redactions: (element-type MusterRedaction): empty for the whole form
 * @unfound: (element-type utf8): names that were to be withheld and stand nowhere: perhaps they are written otherwise
 */
typedef struct
{
  MusterExportResult file;
  char *number;
  guint n_pages;
  guint n_files; /* beside the document */
  guint n_withheld; /* parts of the case that are closed to the account, and not in it */
  GPtrArray *redactions;
  GPtrArray *unfound;
} MusterBundleResult;

void muster_bundle_result_clear (MusterBundleResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterBundleResult, muster_bundle_result_clear)

/**
 * Puts a case together for a hearing, into a file beside its place, with an entry that keeps which, in what form, the file's name, its pages and its hash. Output:
 * #MusterBundleResult, to be zero before. muster_export_put_in_place() comes after it.
 */
extern const MusterOperation muster_export_bundle;

/** Whether a bundle of @request may be made, as far as it can be said without making it: reason, names, file. */
gboolean muster_bundle_check_request (const MusterBundleExport *request, GError **error);
/** Returns: (transfer full): the names in @text, one a line or parted by commas or semicolons; %NULL-terminated. */
char **muster_bundle_split_words (const char *text);
