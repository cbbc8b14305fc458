/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-bundle-making.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-date.h"
#include "domain/muster-evidence.h"
#include "operations/muster-wording-steps.h"
#include "store/muster-journal-query.h"
#include "store/muster-rules-table.h"

/* What the case rests on: evidence, clauses, files; and what was left out. */

static const MusterRequirement *
find_requirement (MusterRulePack *pack, const MusterEvidence *evidence)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  for (guint i = 0; i < n; i++)
    if (muster_evidence_is_about (evidence, requirements[i]->code))
      return requirements[i];
  return NULL;
}

/* What it says: the result of a background study is private. */
static char *
dup_outcome (MusterBundleMaking *making, const char *code, const MusterRequirement *requirement, const MusterEvidence *evidence)
{
  const MusterEvidenceOutcome *outcome = requirement != NULL && evidence->outcome != NULL ? muster_requirement_kind_find_outcome (requirement->kind, evidence->outcome, NULL) : NULL;
  const char *text = outcome != NULL ? _(outcome->label) : evidence->outcome != NULL ? evidence->outcome
                                                                                      : evidence->said;
  g_autofree char *score = evidence->score >= 0 ? g_strdup_printf (" · %d %%", evidence->score) : g_strdup ("");
  g_autofree char *all = g_strdup_printf ("%s%s%s%s%s%s", text != NULL ? text : _("Recorded"), score, evidence->version != NULL ? " · " : "", evidence->version != NULL ? evidence->version : "",
                                          evidence->superseded_by != 0 ? " · " : "",
                                          evidence->superseded_by == 0 ? "" : evidence->withdrawn != NULL ? _("withdrawn later")
                                                                                                          : _("corrected later"));

  if (requirement != NULL && requirement->kind == MUSTER_REQUIREMENT_STUDY)
    return muster_redactor_dup_field (making->redactor, MUSTER_REDACTION_STUDY, code, all);
  return muster_redactor_dup_text (making->redactor, code, all);
}

static void
add_evidence (MusterBundleMaking *making, MusterBundlePart *part, MusterRulePack *pack, const MusterEvidence *evidence)
{
  const MusterRequirement *requirement = find_requirement (pack, evidence);
  g_autofree char *code = muster_evidence_dup_code (evidence->id), *on = muster_date_to_iso (&evidence->on), *through = muster_date_to_iso (&evidence->expires);
  g_autofree char *says = dup_outcome (making, code, requirement, evidence), *source = muster_redactor_dup_text (making->redactor, code, evidence->source);
  g_autofree char *who = muster_bundle_making_dup_account (making, evidence->account_id), *when = muster_bundle_making_dup_time (evidence->recorded);
  g_autofree char *days = g_strdup_printf ("%s%s%s", on != NULL ? on : "–", through != NULL ? "\n– " : "", through != NULL ? through : "");
  g_autofree char *origin = g_strdup_printf ("%s\n%s · %s", source, when, who);

  if (evidence->document_id != 0 && muster_redactor_redacts (making->redactor))
    muster_redactor_note (making->redactor, MUSTER_REDACTION_FILE, code, 1);
  muster_bundle_part_add_row (part, (const char *[]) { code, requirement != NULL ? requirement->title : muster_evidence_get_label (evidence), says, days, origin });
}

gboolean
muster_bundle_make_evidence (MusterBundleMaking *making, GError **error)
{
  static const guint shares[] = { 9, 24, 22, 15, 30 };
  const char *headings[] = { _("No."), _("What it is about"), _("What it says"), _("On, through"), _("Source; recorded"), NULL };
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Evidence on the Person"));
  GPtrArray *list = making->record->evidence;
  g_autoptr (MusterRulePack) pack = muster_rules_table_load (making->database, &making->record->day, G_MAXINT64, error);

  if (pack == NULL)
    return FALSE;
  if (list->len == 0)
    {
      muster_bundle_part_add_text (part, _("There is no evidence on the person’s requirements in the register."));
      return TRUE;
    }
  muster_bundle_part_add_text (part, _("Training, license, background study and what was acknowledged, as it was recorded. What the case itself rests on stands with the decisions, the corrective actions and the incidents."));
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = list->len; i > 0; i--)
    add_evidence (making, part, pack, list->pdata[i - 1]);
  return TRUE;
}

/* All clauses that the case cites, each once, in order of the notice. */
static GPtrArray *
list_clauses (const MusterBundleCase *record)
{
  GPtrArray *all = muster_clause_catalogue_get_clauses (muster_data_get_clauses ());
  g_autoptr (GHashTable) cited = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *clauses = g_ptr_array_new ();

  for (guint i = 0; i < record->actions->len; i++)
    for (guint j = 0; j < ((const MusterCorrectiveAction *) record->actions->pdata[i])->clause_ids->len; j++)
      g_hash_table_add (cited, ((const MusterCorrectiveAction *) record->actions->pdata[i])->clause_ids->pdata[j]);
  for (guint i = 0; i < record->decisions->len; i++)
    for (guint j = 0; j < ((const MusterDecision *) record->decisions->pdata[i])->clause_ids->len; j++)
      g_hash_table_add (cited, ((const MusterDecision *) record->decisions->pdata[i])->clause_ids->pdata[j]);
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (cited, ((const MusterClause *) all->pdata[i])->id))
      g_ptr_array_add (clauses, all->pdata[i]);
  return clauses;
}

static const char *
get_version (const MusterBundleCase *record)
{
  if (record->decision_id != 0)
    return ((const MusterDecision *) record->decisions->pdata[0])->clause_version;
  return ((const MusterCorrectiveAction *) record->actions->pdata[0])->clause_version;
}

/* The version of the notice that the person had acknowledged last by the day of the case. */
static const MusterEvidence *
find_acknowledged (const MusterBundleCase *record)
{
  for (guint i = 0; i < record->evidence->len; i++)
    {
      const MusterEvidence *evidence = record->evidence->pdata[i];

      if (muster_evidence_is_about (evidence, MUSTER_POLICY_NOTICE) && evidence->superseded_by == 0 && g_date_valid (&evidence->on) && g_date_compare (&evidence->on, &record->day) <= 0)
        return evidence;
    }
  return NULL;
}

static void
add_acknowledged (MusterBundleMaking *making, MusterBundlePart *part)
{
  const MusterEvidence *evidence = find_acknowledged (making->record);
  g_autofree char *on = NULL, *text = NULL;

  if (evidence != NULL)
    {
      on = muster_date_to_iso (&evidence->on);
      text = g_strdup_printf (_("%s, on %s"), evidence->version != NULL ? evidence->version : _("The notice, no version said"), on);
    }
  muster_bundle_part_add_fact (part, _("Acknowledged by the person"), text != NULL ? text : _("No acknowledgement is recorded before the case"));
}

static void
add_policies (MusterBundleMaking *making, MusterBundlePart *part)
{
  GPtrArray *policies = making->record->policies;

  if (policies->len == 0)
    muster_bundle_part_add_fact (part, _("Official wording"), _("The agency has loaded no version of the notice into the register"));
  for (guint i = 0; i < policies->len; i++)
    {
      const MusterPolicyVersion *policy = policies->pdata[i];
      g_autofree char *from = muster_date_to_iso (&policy->from), *text = g_strdup_printf (_("%s · %s, in force from %s"), policy->title, policy->version, from);

      muster_bundle_part_add_fact (part, _("Official wording"), text);
      if (muster_redactor_redacts (making->redactor))
        muster_redactor_note (making->redactor, MUSTER_REDACTION_FILE, policy->version, 1);
    }
}

void
muster_bundle_make_clauses (MusterBundleMaking *making)
{
  static const guint shares[] = { 12, 44, 44 };
  const char *headings[] = { _("Clause"), _("Title"), _("A typical breach"), NULL };
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Clauses in Force"));
  g_autoptr (GPtrArray) clauses = list_clauses (making->record);
  g_autofree char *source = muster_clause_catalogue_dup_source (muster_data_get_clauses (), get_version (making->record));
  g_autoptr (GHashTable) wordings = muster_wording_steps_load (making->database, get_version (making->record), &making->record->day, NULL);
  g_autofree char *cited = muster_redactor_dup_text (making->redactor, making->record->number, making->record->cited);

  muster_bundle_part_add_fact (part, _("Cited from"), source);
  if (cited != NULL)
    muster_bundle_part_add_fact (part, _("As the person knew it"), cited);
  add_acknowledged (making, part);
  add_policies (making, part);
  muster_bundle_part_add_text (part, _("The titles are Muster’s own. The official wording is that of the marketplace; where the agency has loaded it, it goes with the whole bundle as a file."));
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < clauses->len; i++)
    {
      const MusterClause *clause = clauses->pdata[i];
      const char *wording = muster_wording_find (wordings, clause);
      g_autofree char *said = wording != NULL ? g_strdup_printf ("%s\n“%s”", clause->title, wording) : NULL;

      muster_bundle_part_add_row (part, (const char *[]) { clause->id, said != NULL ? said : clause->title, clause->breach });
    }
}

void
muster_bundle_make_log (MusterBundleMaking *making)
{
  static const guint shares[] = { 26, 30, 8, 36 };
  const char *headings[] = { _("What was left out"), _("Where"), _("How often"), _("By which rule"), NULL };
  GPtrArray *log = muster_redactor_get_log (making->redactor);
  MusterBundlePart *part;

  if (!muster_redactor_redacts (making->redactor))
    return;
  part = muster_bundle_add_part (making->bundle, _("What Was Left Out"));
  if (log->len == 0)
    {
      muster_bundle_part_add_text (part, _("There was nothing to leave out."));
      return;
    }
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < log->len; i++)
    {
      const MusterRedaction *redaction = log->pdata[i];
      g_autofree char *n = g_strdup_printf ("%u", redaction->n);

      muster_bundle_part_add_row (part, (const char *[]) { muster_redaction_kind_get_label (redaction->kind), redaction->where, n, muster_redaction_kind_get_rule (redaction->kind) });
    }
}

static void
add_files (MusterBundleMaking *making, MusterBundlePart *part)
{
  static const guint shares[] = { 42, 12, 46 };
  const char *headings[] = { _("File"), _("Size"), "SHA-256", NULL };
  GPtrArray *files = making->record->files;

  muster_bundle_part_add_heading (part, _("Files"));
  muster_bundle_part_add_text (part, files->len == 0           ? _("No file belongs to the case.")
                                     : making->wish->has_files ? _("These go with the bundle, exactly as they are kept in the register; SHA256SUMS.txt beside them holds the hashes of all, this document’s too.")
                                                               : _("These are kept in the register, and are not in this file. The bundle as a ZIP file has them, exactly as they were drawn or received."));
  if (files->len == 0)
    return;
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < files->len; i++)
    {
      const MusterBundleFile *file = files->pdata[i];
      g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (file->content));

      muster_bundle_part_add_row (part, (const char *[]) { file->name, size, file->hash });
    }
}

static void
add_hashes (MusterBundleMaking *making, MusterBundlePart *part)
{
  static const guint shares[] = { 12, 88 };
  const char *headings[] = { _("Entry"), _("Hash (BLAKE2b)"), NULL };
  GPtrArray *entries = making->record->entries;

  muster_bundle_part_add_heading (part, _("Journal Entries"));
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < entries->len; i++)
    {
      const MusterJournalEntry *entry = entries->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
      g_autoptr (GString) hash = g_string_new (NULL);

      for (guint byte = 0; byte < sizeof entry->hash; byte++)
        g_string_append_printf (hash, "%02x", entry->hash[byte]);
      muster_bundle_part_add_row (part, (const char *[]) { number, hash->str });
    }
}

void
muster_bundle_make_manifest (MusterBundleMaking *making)
{
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Manifest"));
  g_autofree char *withheld = muster_bundle_making_dup_withheld (making->record);

  muster_bundle_part_add_fact (part, _("Checkpoint"), making->wish->checkpoint);
  muster_bundle_part_add_fact (part, _("Not complete"), withheld);
  if (!muster_redactor_redacts (making->redactor))
    muster_bundle_part_add_fact (part, _("Who complained"), making->wish->with_complainant ? _("Named, as was asked for") : _("Not named by what the register keeps of it; what people wrote stands as it is"));
  muster_bundle_part_add_text (part, _("That this bundle was made, by whom and why, and its own hash, stand in the journal after this checkpoint. Whoever has the register verifies it with “Verify” in the journal, "
                                        "or with “musterctl verify --checkpoint”."));
  /* A hash of what is withheld would let somebody find out by trying. */
  if (muster_redactor_redacts (making->redactor))
    {
      muster_bundle_part_add_text (part, _("The redacted form is this one document. Hashes of files and entries that are not in it are left out, because what is private could be guessed by them; the whole form has them."));
      return;
    }
  add_files (making, part);
  add_hashes (making, part);
}
