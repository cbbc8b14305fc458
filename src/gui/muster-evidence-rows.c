/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-evidence-rows.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"

static const char *
get_outcome (const MusterPersonFacts *facts, const MusterEvidence *evidence)
{
  const MusterRequirement *requirement = muster_person_facts_find_requirement (facts, evidence);
  const MusterEvidenceOutcome *outcome;

  if (requirement == NULL || evidence->outcome == NULL)
    return evidence->outcome != NULL ? evidence->outcome : evidence->said;
  outcome = muster_requirement_kind_find_outcome (requirement->kind, evidence->outcome, NULL);
  return outcome != NULL ? _(outcome->label) : evidence->outcome;
}

static void
append (GString *text, const char *between, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

char *
muster_evidence_rows_dup_title (const MusterPersonFacts *facts, const MusterEvidence *evidence)
{
  g_autofree char *score = evidence->score >= 0 ? g_strdup_printf ("%d %%", evidence->score) : NULL;
  g_autofree char *day = g_date_valid (&evidence->on) ? muster_gui_text_dup_date (&evidence->on) : NULL;
  GString *text = g_string_new (NULL);

  append (text, "", get_outcome (facts, evidence));
  append (text, ", ", score);
  append (text, ", ", evidence->version);
  append (text, " · ", day);
  if (text->len == 0)
    g_string_append (text, _("Recorded"));
  return g_string_free_and_steal (text);
}

static char *
dup_text (const MusterPersonFacts *facts, const MusterEvidence *evidence)
{
  const MusterDocument *document = g_hash_table_lookup (facts->documents, &evidence->document_id);
  g_autofree char *expires = g_date_valid (&evidence->expires) ? muster_gui_text_dup_date (&evidence->expires) : NULL;
  g_autofree char *through = expires != NULL ? g_strdup_printf (_("Through %s"), expires) : NULL;
  g_autofree char *when = muster_gui_text_dup_time (evidence->recorded), *code = muster_evidence_dup_code (evidence->id);
  g_autofree char *recorded = g_strdup_printf (_("recorded by %s, %s"), muster_person_facts_get_account_name (facts, evidence->account_id), when);
  g_autofree char *file = document != NULL ? g_strdup_printf (_("Document: %s"), document->file_name) : NULL;
  /* Translators: why evidence was withdrawn */
  g_autofree char *withdrawn = evidence->withdrawn != NULL ? g_strdup_printf (_("Withdrawn; does not count any more: %s"), evidence->withdrawn) : NULL;
  GString *text = g_string_new (NULL);

  append (text, "", through);
  append (text, " · ", evidence->source);
  append (text, " · ", recorded);
  append (text, " · ", code);
  append (text, "\n", evidence->note);
  append (text, "\n", file);
  if (evidence->withdrawn != NULL)
    append (text, "\n", withdrawn);
  else if (evidence->superseded_by != 0)
    append (text, "\n", _("Corrected later; does not count any more"));
  return g_string_free_and_steal (text);
}

static void
add_document (AdwActionRow *row, const MusterPersonFacts *facts, const MusterEvidence *evidence)
{
  const MusterDocument *document = g_hash_table_lookup (facts->documents, &evidence->document_id);
  g_autofree char *open = document != NULL ? g_strdup_printf (_("Open “%s”"), document->file_name) : NULL;
  g_autofree char *save = document != NULL ? g_strdup_printf (_("Save “%s” As…"), document->file_name) : NULL;

  if (document == NULL)
    return;
  muster_row_add_button (row, "mail-attachment-symbolic", open, "evidence.open", g_variant_new_int64 (evidence->id));
  muster_row_add_button (row, "document-save-as-symbolic", save, "evidence.save", g_variant_new ("(xs)", evidence->id, document->file_name));
}

GtkWidget *
muster_evidence_rows_new (const MusterPersonFacts *facts, const MusterEvidence *evidence, const char *title, gboolean may_change)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = dup_text (facts, evidence), *code = muster_evidence_dup_code (evidence->id);
  /* Translators: the number of a piece of evidence: “Correct E-7…” */
  g_autofree char *correct = g_strdup_printf (_("Correct %s…"), code);
  /* Translators: the number of a piece of evidence: “Withdraw E-7…” */
  g_autofree char *withdraw = g_strdup_printf (_("Withdraw %s…"), code);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  add_document (ADW_ACTION_ROW (row), facts, evidence);
  if (evidence->superseded_by != 0)
    gtk_widget_add_css_class (row, "dim-label");
  if (evidence->superseded_by != 0 || !may_change)
    return row;
  if (muster_person_facts_find_requirement (facts, evidence) != NULL)
    muster_row_add_button (ADW_ACTION_ROW (row), "document-edit-symbolic", correct, "evidence.correct", g_variant_new_int64 (evidence->id));
  muster_row_add_button (ADW_ACTION_ROW (row), "edit-undo-symbolic", withdraw, "evidence.withdraw", g_variant_new_int64 (evidence->id));
  return row;
}
