/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-export-bundle.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-bundle-file.h"
#include "documents/muster-zip-writer.h"
#include "domain/muster-error.h"
#include "domain/muster-export.h"
#include "domain/muster-import-names.h"
#include "operations/muster-bundle-making.h"
#include "store/muster-verify.h"

#define SUMS_NAME "SHA256SUMS.txt"

static const char *const formats[] = { [MUSTER_BUNDLE_PDF] = "pdf", [MUSTER_BUNDLE_ZIP] = "zip" };

void
muster_bundle_result_clear (MusterBundleResult *result)
{
  muster_export_result_clear (&result->file);
  g_clear_pointer (&result->number, g_free);
  g_clear_pointer (&result->redactions, g_ptr_array_unref);
  g_clear_pointer (&result->unfound, g_ptr_array_unref);
}

gboolean
muster_bundle_find_format (const char *path, MusterBundleFormat *format, GError **error)
{
  const char *ending = strrchr (path, '.');

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (ending + 1, formats[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("By its name “%s” is none of the files that a bundle can be. Let it end in .pdf or .zip."), path);
  return FALSE;
}

const char *
muster_bundle_format_to_code (MusterBundleFormat format)
{
  return formats[format];
}

char **
muster_bundle_split_words (const char *text)
{
  return g_strsplit_set (text != NULL ? text : "", ",;\n", -1);
}

gboolean
muster_bundle_check_request (const MusterBundleExport *request, GError **error)
{
  g_autofree char *name = g_path_get_basename (request->path);
  g_autoptr (MusterRedactor) redactor = NULL;

  if (!muster_export_check_reason (request->reason, error) || !muster_import_names_check_file (name, error))
    return FALSE;
  if (!request->redacted && request->words != NULL && request->words[0] != NULL)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Names are withheld in the redacted form only. Ask for that form, or name nobody."));
      return FALSE;
    }
  if (request->redacted && request->format != MUSTER_BUNDLE_PDF)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The redacted form is one PDF document: no file of the case goes with it, because nothing can be taken out of one. Let its name end in .pdf."));
      return FALSE;
    }
  if (request->redacted && request->with_complainant)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The redacted form never says who complained. Ask for the whole form, or leave it out."));
      return FALSE;
    }
  redactor = muster_redactor_new (request->redacted, request->words, error);
  return redactor != NULL;
}

/* Draws the document, and tells of it in @result. */
static GBytes *
draw (MusterWork *work, const MusterBundleExport *request, const MusterBundleCase *record, MusterRedactor *redactor, MusterBundleResult *result, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autofree char *checkpoint = muster_checkpoint_dup_code_of (database, error);
  const MusterBundleWish wish = { muster_work_get_agency (work), request->reason, muster_work_get_account (work)->full_name, checkpoint, muster_work_is_practice (work),
                                  request->format == MUSTER_BUNDLE_ZIP, request->with_complainant, muster_work_get_time (work) };
  g_autoptr (MusterBundle) bundle = checkpoint != NULL ? muster_bundle_make (database, record, &wish, redactor, error) : NULL;

  if (bundle == NULL || !muster_work_progress (work, 0.4, _("Drawing the pages"), error))
    return NULL;
  muster_work_add_detail (work, "checkpoint", checkpoint);
  return muster_bundle_file_draw (bundle, &result->n_pages, error);
}

static void
add_member (GPtrArray *members, GString *sums, const char *name, GBytes *content)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  MusterZipMember *member = g_new0 (MusterZipMember, 1);

  *member = (MusterZipMember) { g_strdup (name), g_bytes_ref (content) };
  g_ptr_array_add (members, member);
  if (sums != NULL)
    g_string_append_printf (sums, "%s  %s\n", hash, name);
}

static void
member_free (gpointer data)
{
  MusterZipMember *member = data;

  g_free (member->name);
  g_bytes_unref (member->content);
  g_free (member);
}

static gboolean
write_zip (const char *path, const MusterBundleCase *record, GBytes *document, gint64 time, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (member_free);
  g_autofree char *name = g_strdup_printf ("%s.pdf", record->number);
  g_autoptr (GString) sums = g_string_new (NULL);
  g_autoptr (GBytes) content = NULL;

  add_member (members, sums, name, document);
  for (guint i = 0; i < record->files->len; i++)
    {
      const MusterBundleFile *file = record->files->pdata[i];

      add_member (members, sums, file->name, file->content);
    }
  content = g_bytes_new (sums->str, sums->len);
  add_member (members, NULL, SUMS_NAME, content);
  return muster_zip_writer_write_members (path, members, time, error);
}

static gboolean
write_bundle (MusterWork *work, const MusterBundleExport *request, const MusterBundleCase *record, MusterRedactor *redactor, MusterBundleResult *result, GError **error)
{
  g_autoptr (GBytes) document = draw (work, request, record, redactor, result, error);

  if (document == NULL || !muster_work_progress (work, 0.9, _("Writing the file"), error))
    return FALSE;
  result->n_files = request->format == MUSTER_BUNDLE_ZIP ? record->files->len : 0;
  result->redactions = g_ptr_array_ref (muster_redactor_get_log (redactor));
  result->unfound = muster_redactor_list_unfound (redactor);
  if (request->format == MUSTER_BUNDLE_ZIP)
    return write_zip (result->file.draft, record, document, muster_work_get_time (work), error);
  return muster_export_write (result->file.draft, document, error);
}

static void
describe (MusterWork *work, const MusterBundleExport *request, const MusterBundleResult *result)
{
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *pages = g_strdup_printf ("%u", result->n_pages), *files = g_strdup_printf ("%u", result->n_files), *left_out = g_strdup_printf ("%u", result->redactions->len);
  g_autofree char *withheld = g_strdup_printf ("%u", result->n_withheld);
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, result->file.size);

  muster_work_set_subject (work, result->number);
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "form", request->redacted ? "redacted" : "whole");
  muster_work_add_detail (work, "file", name);
  muster_work_add_detail (work, "format", formats[request->format]);
  muster_work_add_detail (work, "pages", pages);
  muster_work_add_detail (work, "files", files);
  if (request->redacted)
    muster_work_add_detail (work, "left-out", left_out);
  if (request->with_complainant)
    muster_work_add_detail (work, "complainant", "named");
  if (request->prints)
    muster_work_add_detail (work, "printed", "yes");
  if (result->n_withheld > 0)
    muster_work_add_detail (work, "withheld", withheld);
  muster_work_add_detail (work, "size", size);
  muster_work_add_detail (work, "sha256", result->file.hash);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterBundleExport *request = input;
  g_auto (MusterBundleResult) unwanted = { 0 };
  MusterBundleResult *result = output != NULL ? output : &unwanted;
  g_autoptr (MusterBundleCase) record = NULL;
  g_autoptr (MusterRedactor) redactor = NULL;

  if (!muster_bundle_check_request (request, error) || !muster_work_progress (work, 0, _("Gathering the case"), error))
    return FALSE;
  redactor = muster_redactor_new (request->redacted, request->words, error);
  record = redactor != NULL ? muster_bundle_case_load (muster_work_get_database (work), request->number, error) : NULL;
  if (record == NULL)
    return FALSE;
  result->number = g_strdup (record->number);
  result->n_withheld = record->n_withheld;
  result->file.draft = muster_export_dup_draft (request->path);
  if (write_bundle (work, request, record, redactor, result, error))
    result->file.hash = muster_export_dup_hash (result->file.draft, &result->file.size, error);
  if (result->file.hash == NULL)
    {
      muster_export_name_place (request->path, result->file.draft, error);
      muster_bundle_result_clear (result);
      return FALSE;
    }
  describe (work, request, result);
  return TRUE;
}

const MusterOperation muster_export_bundle = { .name = "export-bundle", .perform = perform };
