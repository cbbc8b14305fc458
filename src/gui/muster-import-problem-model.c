/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-problem-model.h"

#include <string.h>

/* What stands in the list, before it is asked for. */
typedef struct
{
  MusterProblemDecision decision;
  const char *rule; /* of the finding; static for what was decided */
  int column;
  guint row;
  guint finding;
} Entry;

struct _MusterImportProblemModel
{
  GObject parent_instance;

  const MusterImportPlan *plan;
  const MusterImportOptions *options;
  MusterProblemKind kind;
  GArray *entries;  /* Entry, of the kind */
  GArray *sections; /* guint: where each begins */
  guint counts[MUSTER_N_PROBLEM_KINDS];
};

static void muster_import_problem_model_list_model_init (GListModelInterface *iface);
static void muster_import_problem_model_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterImportProblemModel, muster_import_problem_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_import_problem_model_list_model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, muster_import_problem_model_section_model_init))

/* Whether anybody is asked to do something; then @kind is what. */
static gboolean
find_kind (MusterImportProblemModel *self, const MusterFinding *finding, MusterProblemKind *kind)
{
  if (finding->is_note || muster_import_options_is_left_out (self->options, finding->row))
    return FALSE;
  if (finding->is_question)
    *kind = MUSTER_PROBLEM_QUESTION;
  else
    *kind = finding->is_error ? MUSTER_PROBLEM_ERROR : MUSTER_PROBLEM_WARNING;
  return TRUE;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;
  int order = strcmp (first->rule, second->rule);

  if (order != 0)
    return order;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

static gboolean
is_same_section (const Entry *a, const Entry *b)
{
  return a->column == b->column && strcmp (a->rule, b->rule) == 0;
}

static gboolean
is_same_entry (const MusterImportPlan *old_plan, const Entry *a, const MusterImportPlan *plan, const Entry *b, MusterProblemKind kind)
{
  const MusterFinding *first, *second;

  if (a->row != b->row || !is_same_section (a, b))
    return FALSE;
  if (kind == MUSTER_PROBLEM_DECIDED)
    return FALSE; /* what it says may have changed */
  first = old_plan->findings->pdata[a->finding];
  second = plan->findings->pdata[b->finding];
  return strcmp (first->message, second->message) == 0 && g_strcmp0 (first->fix, second->fix) == 0;
}

static void
collect_findings (MusterImportProblemModel *self, GArray *entries)
{
  for (guint i = 0; i < self->plan->findings->len; i++)
    {
      const MusterFinding *finding = self->plan->findings->pdata[i];
      Entry entry = { MUSTER_PROBLEM_FIXED, finding->rule, finding->column_index, finding->row, i };
      MusterProblemKind kind;

      if (!find_kind (self, finding, &kind))
        continue;
      self->counts[kind]++;
      if (kind == self->kind)
        g_array_append_val (entries, entry);
    }
}

static void
add_decided (MusterImportProblemModel *self, GArray *entries, MusterProblemDecision decision, guint row, int column)
{
  /* The order in which they stand. */
  static const char *const sections[] = { "1", "2", "3" };
  Entry entry = { decision, sections[decision], decision == MUSTER_PROBLEM_FIXED ? column : -1, row, 0 };

  self->counts[MUSTER_PROBLEM_DECIDED]++;
  if (self->kind == MUSTER_PROBLEM_DECIDED)
    g_array_append_val (entries, entry);
}

static void
collect_decided (MusterImportProblemModel *self, GArray *entries)
{
  g_autoptr (GArray) fixes = muster_import_options_list_fixes (self->options);
  GHashTableIter iter;
  gpointer row;

  for (guint i = 0; i < fixes->len; i++)
    {
      const MusterImportFix *fix = &g_array_index (fixes, MusterImportFix, i);

      add_decided (self, entries, MUSTER_PROBLEM_FIXED, fix->row, fix->column);
    }
  g_hash_table_iter_init (&iter, self->options->left_out);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    add_decided (self, entries, MUSTER_PROBLEM_LEFT_OUT, GPOINTER_TO_UINT (row), -1);
  g_hash_table_iter_init (&iter, self->options->persons);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    add_decided (self, entries, MUSTER_PROBLEM_ANSWERED, GPOINTER_TO_UINT (row), -1);
}

static GArray *
collect (MusterImportProblemModel *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  memset (self->counts, 0, sizeof self->counts);
  if (self->plan == NULL)
    return entries;
  collect_findings (self, entries);
  collect_decided (self, entries);
  g_array_sort (entries, compare_entries_cb);
  return entries;
}

static void
find_sections (MusterImportProblemModel *self)
{
  g_array_set_size (self->sections, 0);
  for (guint i = 0; i < self->entries->len; i++)
    if (i == 0 || !is_same_section (&g_array_index (self->entries, Entry, i - 1), &g_array_index (self->entries, Entry, i)))
      g_array_append_val (self->sections, i);
}

static void
replace_entries (MusterImportProblemModel *self, GArray *entries, const MusterImportPlan *old_plan)
{
  g_autoptr (GArray) old = self->entries;
  guint front = 0, back = 0, n = MIN (old->len, entries->len);

  while (old_plan != NULL && front < n && is_same_entry (old_plan, &g_array_index (old, Entry, front), self->plan, &g_array_index (entries, Entry, front), self->kind))
    front++;
  while (old_plan != NULL && back < n - front &&
         is_same_entry (old_plan, &g_array_index (old, Entry, old->len - 1 - back), self->plan, &g_array_index (entries, Entry, entries->len - 1 - back), self->kind))
    back++;
  self->entries = entries;
  find_sections (self);
  g_list_model_items_changed (G_LIST_MODEL (self), front, old->len - front - back, entries->len - front - back);
  if (entries->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, entries->len);
}

static gboolean
is_about (MusterImportProblemModel *self, const Entry *entry, MusterImportProblem *problem)
{
  if (entry->row != muster_import_problem_get_row (problem) || entry->column != muster_import_problem_get_column (problem))
    return FALSE;
  if (self->kind == MUSTER_PROBLEM_DECIDED)
    return entry->decision == muster_import_problem_get_decision (problem);
  return strcmp (entry->rule, muster_import_problem_get_rule (problem)) == 0;
}

static MusterImportProblem *
problem_new (MusterImportProblemModel *self, const Entry *entry)
{
  if (self->kind == MUSTER_PROBLEM_DECIDED)
    return muster_import_problem_new_decided (self->plan, self->options, entry->decision, entry->row, entry->column);
  return muster_import_problem_new (self->plan, self->kind, entry->finding);
}

static GType
muster_import_problem_model_get_item_type (GListModel *list)
{
  return MUSTER_TYPE_IMPORT_PROBLEM;
}

static guint
muster_import_problem_model_get_n_items (GListModel *list)
{
  return MUSTER_IMPORT_PROBLEM_MODEL (list)->entries->len;
}

static gpointer
muster_import_problem_model_get_item (GListModel *list, guint position)
{
  MusterImportProblemModel *self = MUSTER_IMPORT_PROBLEM_MODEL (list);

  return position < self->entries->len ? problem_new (self, &g_array_index (self->entries, Entry, position)) : NULL;
}

static void
muster_import_problem_model_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  MusterImportProblemModel *self = MUSTER_IMPORT_PROBLEM_MODEL (model);
  guint low = 0, high = self->sections->len;

  *start = self->entries->len;
  *end = G_MAXUINT;
  if (position >= self->entries->len)
    return;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sections, guint, middle) <= position)
        low = middle;
      else
        high = middle;
    }
  *start = g_array_index (self->sections, guint, low);
  *end = low + 1 < self->sections->len ? g_array_index (self->sections, guint, low + 1) : self->entries->len;
}

static void
muster_import_problem_model_finalize (GObject *object)
{
  MusterImportProblemModel *self = MUSTER_IMPORT_PROBLEM_MODEL (object);

  g_array_unref (self->entries);
  g_array_unref (self->sections);
  G_OBJECT_CLASS (muster_import_problem_model_parent_class)->finalize (object);
}

static void
muster_import_problem_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_import_problem_model_get_item_type;
  iface->get_n_items = muster_import_problem_model_get_n_items;
  iface->get_item = muster_import_problem_model_get_item;
}

static void
muster_import_problem_model_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = muster_import_problem_model_get_section;
}

static void
muster_import_problem_model_class_init (MusterImportProblemModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_import_problem_model_finalize;
}

static void
muster_import_problem_model_init (MusterImportProblemModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->sections = g_array_new (FALSE, FALSE, sizeof (guint));
}

MusterImportProblemModel *
muster_import_problem_model_new (void)
{
  return g_object_new (MUSTER_TYPE_IMPORT_PROBLEM_MODEL, NULL);
}

void
muster_import_problem_model_set_plan (MusterImportProblemModel *self, const MusterImportPlan *plan, const MusterImportOptions *options)
{
  const MusterImportPlan *old_plan = self->plan;

  g_return_if_fail (MUSTER_IS_IMPORT_PROBLEM_MODEL (self));
  self->plan = plan;
  self->options = options;
  replace_entries (self, collect (self), old_plan);
}

void
muster_import_problem_model_set_kind (MusterImportProblemModel *self, MusterProblemKind kind)
{
  g_return_if_fail (MUSTER_IS_IMPORT_PROBLEM_MODEL (self));
  if (self->kind == kind)
    return;
  self->kind = kind;
  replace_entries (self, collect (self), NULL);
}

MusterProblemKind
muster_import_problem_model_get_kind (MusterImportProblemModel *self)
{
  return self->kind;
}

guint
muster_import_problem_model_count (MusterImportProblemModel *self, MusterProblemKind kind)
{
  return self->counts[kind];
}

guint
muster_import_problem_model_find (MusterImportProblemModel *self, MusterImportProblem *problem)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_PROBLEM_MODEL (self), GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < self->entries->len && self->kind == muster_import_problem_get_kind (problem); i++)
    if (is_about (self, &g_array_index (self->entries, Entry, i), problem))
      return i;
  return GTK_INVALID_LIST_POSITION;
}
