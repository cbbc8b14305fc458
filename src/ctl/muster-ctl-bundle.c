/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-export-bundle.h"

static const MusterCtlOption bundle_options[] = {
  { "output", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("The file to write: .pdf, or .zip with the letters and documents beside it") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What it is for: the journal keeps it") },
  { "redacted", MUSTER_CTL_FLAG, FALSE, NULL, N_("Leave out what is private; a log says what and by which rule") },
  { "withhold", MUSTER_CTL_LIST, FALSE, N_("NAME"), N_("Leave this name out, too, wherever it stands; several are separated by commas; with --redacted") },
  { "with-complainant", MUSTER_CTL_FLAG, FALSE, NULL, N_("Say who complained: the whole form does not by itself, and the journal keeps that it did") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

static void
add_redactions (JsonBuilder *json, GPtrArray *redactions)
{
  muster_ctl_json_begin_list (json, "redactions");
  for (guint i = 0; i < redactions->len; i++)
    {
      const MusterRedaction *redaction = redactions->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "kind", muster_redaction_kind_to_code (redaction->kind));
      muster_ctl_json_text (json, "where", redaction->where);
      muster_ctl_json_text (json, "rule", muster_redaction_kind_get_rule (redaction->kind));
      muster_ctl_json_number (json, "count", redaction->n);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_json (const MusterBundleExport *request, const MusterBundleResult *result)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_text (json, "bundle", result->number);
  muster_ctl_json_text (json, "file", request->path);
  muster_ctl_json_text (json, "format", muster_bundle_format_to_code (request->format));
  muster_ctl_json_flag (json, "redacted", request->redacted);
  muster_ctl_json_flag (json, "with_complainant", request->with_complainant);
  muster_ctl_json_number (json, "pages", result->n_pages);
  muster_ctl_json_number (json, "files", result->n_files);
  muster_ctl_json_number (json, "withheld", result->n_withheld);
  muster_ctl_json_number (json, "size", result->file.size);
  muster_ctl_json_text (json, "sha256", result->file.hash);
  add_redactions (json, result->redactions);
  muster_ctl_json_begin_list (json, "not_found");
  for (guint i = 0; i < result->unfound->len; i++)
    json_builder_add_string_value (json, result->unfound->pdata[i]);
  json_builder_end_array (json);
  muster_ctl_json_print (json);
}

static void
print_text (const MusterBundleExport *request, const MusterBundleResult *result)
{
  muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "“%s” is written, with %u page; the journal has an entry of it.\n", "“%s” is written, with %u pages; the journal has an entry of it.\n", result->n_pages), request->path,
                    result->n_pages);
  if (result->n_withheld > 0)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "%u part of the case is closed to your account, and is not in it; the document says so.\n", "%u parts of the case are closed to your account, and are not in it; the document says so.\n", result->n_withheld),
                      result->n_withheld);
  for (guint i = 0; i < result->redactions->len; i++)
    {
      const MusterRedaction *redaction = result->redactions->pdata[i];

      muster_ctl_print (_("Left out: %s (%s), %u×\n"), muster_redaction_kind_get_label (redaction->kind), redaction->where, redaction->n);
    }
  for (guint i = 0; i < result->unfound->len; i++)
    muster_ctl_print (_("“%s” stands nowhere in the case. Perhaps it is written otherwise: read the document before it leaves.\n"), (const char *) result->unfound->pdata[i]);
}

/* A name with a comma in it is two: it would else be looked for as one, and not be found. */
static char **
split_names (MusterCtl *ctl)
{
  g_autofree char *all = g_strjoinv (",", (char **) muster_ctl_get_list (ctl, "withhold"));

  return *all != '\0' ? muster_bundle_split_words (all) : NULL;
}

static int
run_bundle (MusterCtl *ctl, GError **error)
{
  g_auto (GStrv) names = split_names (ctl);
  MusterBundleExport request = { .number = muster_ctl_get_argument (ctl, 0), .path = muster_ctl_get (ctl, "output"), .reason = muster_ctl_get (ctl, "reason") };
  g_auto (MusterBundleResult) result = { 0 };

  request.redacted = muster_ctl_has (ctl, "redacted");
  request.with_complainant = muster_ctl_has (ctl, "with-complainant");
  request.words = (const char *const *) names;
  if (!muster_ctl_check_may (ctl, muster_export_bundle.name, error) || !muster_bundle_find_format (request.path, &request.format, error) ||
      !muster_bundle_check_request (&request, error) || !muster_ctl_check_place (ctl, request.path, error))
    return -1;
  if (!muster_ctl_perform (ctl, &muster_export_bundle, &request, &result, error) || !muster_export_put_in_place (&result.file, request.path, error))
    return -1;
  if (ctl->json)
    print_json (&request, &result);
  else if (!ctl->quiet)
    print_text (&request, &result);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_bundle_commands[] = {
  { "bundle", N_("CASE"), 1, 1, N_("Put a case together for a hearing"), bundle_options, TRUE, run_bundle },
  { NULL },
};
