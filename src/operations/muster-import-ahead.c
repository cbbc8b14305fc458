/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-ahead.h"

#include "operations/muster-import-plan-private.h"
#include "store/muster-ahead.h"
#include "store/muster-people-words.h"

#define ROWS_AT_ONCE 256

typedef struct
{
  guint n;
  MusterImportReadRow rows[ROWS_AT_ONCE];
  guint n_findings[ROWS_AT_ONCE]; /* of each row */
  GPtrArray *findings;            /* of all, in order */
} Portion;

struct _MusterImportAhead
{
  const MusterImportPlan *plan;
  MusterImportReading reading;
  GArray *ignored;
  GChecksum *digest; /* %NULL: the plan is made, and is carried out */
  MusterImportClaimSource source;
  GHashTable *first_rows;
  guint n_rows;
  MusterAhead *portions;

  /* Of the thread that reads. */
  const char **cells;
  GString *bytes;

  /* Of whoever takes. */
  Portion *portion;
  guint next; /* row of it */
  guint next_finding;
};

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static void
portion_free (gpointer data)
{
  Portion *portion = data;

  for (guint i = 0; i < portion->n; i++)
    {
      muster_import_row_clear (&portion->rows[i].values);
      g_free (portion->rows[i].words);
      g_clear_pointer (&portion->rows[i].claims, g_ptr_array_unref);
    }
  g_ptr_array_unref (portion->findings);
  g_free (portion);
}

static void
append_text (GString *bytes, const char *text)
{
  /* With its NUL; “nothing” is another sign than any text begins with. */
  if (text != NULL)
    g_string_append_len (bytes, text, strlen (text) + 1);
  else
    g_string_append_c (bytes, '\001');
}

static void
append_day (GString *bytes, const GDate *day)
{
  guint32 number = GUINT32_TO_LE (g_date_valid (day) ? g_date_get_julian (day) : 0);

  g_string_append_len (bytes, (const char *) &number, sizeof number);
}

/* What the register keeps of a row. How a file wrote a phone is kept, too. */
static void
digest_row (MusterImportAhead *self, const MusterImportRow *row)
{
  const MusterAssister *person = &row->person;
  const char *const texts[] = {
    person->given_name, person->middle_name, person->family_name, person->suffix, person->email, person->phone, person->other_phones, person->phone_written,
    person->npn, person->assister_id, person->training_id, person->admin_id, person->licence_number, person->county, person->languages,
    person->letter_language, row->agency, row->status
  };
  GString *bytes = self->bytes;

  g_string_truncate (bytes, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    append_text (bytes, texts[i]);
  append_day (bytes, &row->certified_on);
  append_day (bytes, &row->certified_through);
  append_day (bytes, &row->ended_on);
  append_day (bytes, &row->licence_expires);
  g_string_append_c (bytes, row->types);
  g_checksum_update (self->digest, (const guchar *) bytes->str, bytes->len);
}

/* A row that is left out needs no criticism. */
static void
read_for_plan (MusterImportAhead *self, Portion *portion, guint i, guint row)
{
  guint first = portion->findings->len;
  MusterImportReadRow *read = &portion->rows[i];

  muster_import_options_get_row (self->plan->options, self->plan->sheet, row, self->cells);
  muster_import_look_at_ignored (self->ignored, self->cells);
  read->is_good = muster_import_row_read (&self->reading, self->cells, muster_sheet_get_line (self->plan->sheet, row), &read->values, portion->findings);
  if (muster_import_options_is_left_out (self->plan->options, row))
    g_ptr_array_set_size (portion->findings, first);
  for (guint j = first; j < portion->findings->len; j++)
    ((MusterFinding *) portion->findings->pdata[j])->row = row;
  portion->n_findings[i] = portion->findings->len - first;
  digest_row (self, &read->values);
}

/* What was found is known by then. */
static void
read_for_commit (MusterImportAhead *self, Portion *portion, guint i, guint row)
{
  MusterRowFate fate = self->plan->fates[row];
  MusterImportReadRow *read = &portion->rows[i];
  MusterImportClaimSource source = self->source;

  if (fate != MUSTER_FATE_CREATED && fate != MUSTER_FATE_UPDATED)
    return;
  muster_import_options_get_row (self->plan->options, self->plan->sheet, row, self->cells);
  read->is_good = muster_import_row_read (&self->reading, self->cells, 0, &read->values, portion->findings);
  g_ptr_array_set_size (portion->findings, 0);
  if (g_hash_table_contains (self->plan->without_email, GUINT_TO_POINTER (row)))
    g_clear_pointer (&read->values.person.email, g_free);
  if (fate != MUSTER_FATE_CREATED)
    return;
  source.line = muster_sheet_get_line (self->plan->sheet, row);
  source.by_role = muster_import_plan_is_by_role (self->plan, self->first_rows, row);
  read->words = muster_people_words_dup (&read->values.person, read->values.agency);
  read->claims = muster_import_claims_list (&read->values, &source);
}

static gpointer
prepare_cb (guint number, gpointer user_data)
{
  MusterImportAhead *self = user_data;
  Portion *portion = g_new0 (Portion, 1);
  guint first = number * ROWS_AT_ONCE;

  portion->n = MIN (ROWS_AT_ONCE, self->n_rows - first);
  portion->findings = g_ptr_array_new_with_free_func (free_finding_cb);
  for (guint i = 0; i < portion->n; i++)
    if (self->digest != NULL)
      read_for_plan (self, portion, i, first + i);
    else
      read_for_commit (self, portion, i, first + i);
  return portion;
}

static MusterImportAhead *
begin (MusterImportAhead *self, const MusterImportPlan *plan)
{
  self->plan = plan;
  self->n_rows = muster_sheet_get_n_rows (plan->sheet);
  self->cells = g_new0 (const char *, plan->options->n_fields);
  self->bytes = g_string_sized_new (512);
  muster_import_plan_fill_reading (plan, &self->reading);
  self->portions = muster_ahead_new ((self->n_rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE, prepare_cb, self, portion_free);
  return self;
}

MusterImportAhead *
muster_import_ahead_new_for_plan (const MusterImportPlan *plan, GArray *ignored, GChecksum *digest)
{
  MusterImportAhead *self = g_new0 (MusterImportAhead, 1);

  self->ignored = ignored;
  self->digest = digest;
  return begin (self, plan);
}

MusterImportAhead *
muster_import_ahead_new_for_commit (const MusterImportPlan *plan, const MusterImportClaimSource *source, GHashTable *first_rows)
{
  MusterImportAhead *self = g_new0 (MusterImportAhead, 1);

  self->source = *source;
  self->first_rows = first_rows;
  return begin (self, plan);
}

MusterImportReadRow *
muster_import_ahead_next (MusterImportAhead *self)
{
  if (self->portion != NULL && self->next == self->portion->n)
    muster_ahead_give_back (self->portions, g_steal_pointer (&self->portion), portion_free);
  if (self->portion == NULL)
    {
      self->portion = muster_ahead_take (self->portions);
      self->next = self->next_finding = 0;
    }
  return &self->portion->rows[self->next++];
}

void
muster_import_ahead_move_findings (MusterImportAhead *self, GPtrArray *findings)
{
  for (guint i = 0; i < self->portion->n_findings[self->next - 1]; i++)
    g_ptr_array_add (findings, g_steal_pointer (&self->portion->findings->pdata[self->next_finding++]));
}

void
muster_import_ahead_give_back (MusterImportAhead *self, gpointer used, GDestroyNotify free_used)
{
  muster_ahead_give_back (self->portions, used, free_used);
}

void
muster_import_ahead_free (MusterImportAhead *self)
{
  muster_ahead_free (self->portions);
  g_clear_pointer (&self->portion, portion_free);
  g_string_free (self->bytes, TRUE);
  g_free (self->cells);
  g_free (self);
}
