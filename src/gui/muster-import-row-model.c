/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-row-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MASK "•••••••••"

struct _MusterImportItem
{
  GObject parent_instance;

  guint row;
  guint line;
  char *name;
  char *agency;
  MusterRowFate fate;
  char *reasons;
  char *rules;
  char *change;
};

struct _MusterImportRowModel
{
  GObject parent_instance;

  MusterImportPlan *plan;
  MusterStore *store;
  GArray *rows; /* guint: rows of the sheet; all of them where there is none */
  guint fates;
};

static void muster_import_row_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (MusterImportItem, muster_import_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (MusterImportRowModel, muster_import_row_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_import_row_model_list_model_init))

/* Findings are in order of lines. */
static guint
find_first (GPtrArray *findings, guint line)
{
  guint low = 0, high = findings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((MusterFinding *) findings->pdata[middle])->line < line)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
append_finding (GString *reasons, GString *rules, const MusterFinding *finding)
{
  if (reasons->len > 0)
    g_string_append_c (reasons, '\n');
  if (finding->column != NULL && finding->value != NULL && finding->value[0] != '\0' && strstr (finding->message, finding->value) == NULL)
    /* Translators: where something was found: “E-mail “ana@”: …” */
    g_string_append_printf (reasons, _("%s “%s”: %s"), finding->column, finding->value, finding->message);
  else if (finding->column != NULL)
    g_string_append_printf (reasons, "%s: %s", finding->column, finding->message);
  else
    g_string_append (reasons, finding->message);
  g_string_append_printf (rules, "%s%s", rules->len > 0 ? ", " : "", finding->rule);
}

static void
read_findings (MusterImportItem *item, GPtrArray *findings)
{
  GString *reasons = g_string_new (NULL), *rules = g_string_new (NULL);

  for (guint i = find_first (findings, item->line); i < findings->len; i++)
    {
      const MusterFinding *finding = findings->pdata[i];

      if (finding->line != item->line)
        break;
      append_finding (reasons, rules, finding);
    }
  item->reasons = g_string_free_and_steal (reasons);
  item->rules = g_string_free_and_steal (rules);
}

static char *
dup_change (GPtrArray *changes)
{
  const MusterImportChange *first = changes->pdata[0];
  const char *label = muster_import_field_get_label (first->field);
  guint rest = changes->len - 1;
  gboolean is_hidden = first->field == MUSTER_FIELD_ASSISTER_ID;
  const char *before = first->before == NULL ? "—" : is_hidden ? MASK
                                                               : first->before;
  const char *after = first->after == NULL ? "—" : is_hidden ? MASK
                                                             : first->after;
  /* Translators: a field, its value before and after: “E-mail: ana@example.org → ana@example.com” */
  g_autofree char *text = g_strdup_printf (_("%s: %s → %s"), label, before, after);

  if (rest == 0)
    return g_steal_pointer (&text);
  /* Translators: the first change of several, and how many others there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %'u more", "%s, and %'u more", rest), text, rest);
}

/* What there is to say of it is said on the row's own page if it cannot be read. */
static void
read_change (MusterImportItem *item, MusterImportPlan *plan, MusterStore *store)
{
  MusterDatabase *database = item->fate == MUSTER_FATE_UPDATED && plan->people[item->row] != 0 ? muster_store_read (store, NULL) : NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (database == NULL)
    return;
  changes = muster_import_plan_list_changes (plan, database, item->row, NULL);
  muster_store_read_done (store, database);
  if (changes != NULL && changes->len > 0)
    item->change = dup_change (changes);
}

static MusterImportItem *
item_new (MusterImportPlan *plan, MusterStore *store, guint row)
{
  MusterImportItem *item = g_object_new (MUSTER_TYPE_IMPORT_ITEM, NULL);
  MusterImportRow content = { 0 };

  muster_import_plan_read_row (plan, row, &content);
  item->row = row;
  item->line = muster_sheet_get_line (plan->sheet, row);
  item->name = muster_assister_dup_list_name (&content.person);
  item->agency = g_strdup (content.agency);
  item->fate = plan->fates[row];
  read_findings (item, plan->findings);
  read_change (item, plan, store);
  muster_import_row_clear (&content);
  return item;
}

static GArray *
list_rows (MusterImportPlan *plan, guint fates)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    if (fates == 0 || (fates & (1u << plan->fates[row])) != 0)
      g_array_append_val (rows, row);
  return rows;
}

static GType
muster_import_row_model_get_item_type (GListModel *list)
{
  return MUSTER_TYPE_IMPORT_ITEM;
}

static guint
muster_import_row_model_get_n_items (GListModel *list)
{
  return MUSTER_IMPORT_ROW_MODEL (list)->rows->len;
}

static gpointer
muster_import_row_model_get_item (GListModel *list, guint position)
{
  MusterImportRowModel *self = MUSTER_IMPORT_ROW_MODEL (list);

  return position < self->rows->len ? item_new (self->plan, self->store, g_array_index (self->rows, guint, position)) : NULL;
}

static void
muster_import_item_finalize (GObject *object)
{
  MusterImportItem *self = MUSTER_IMPORT_ITEM (object);

  g_free (self->name);
  g_free (self->agency);
  g_free (self->reasons);
  g_free (self->rules);
  g_free (self->change);
  G_OBJECT_CLASS (muster_import_item_parent_class)->finalize (object);
}

static void
muster_import_row_model_finalize (GObject *object)
{
  MusterImportRowModel *self = MUSTER_IMPORT_ROW_MODEL (object);

  muster_import_plan_free (self->plan);
  g_clear_object (&self->store);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (muster_import_row_model_parent_class)->finalize (object);
}

static void
muster_import_row_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_import_row_model_get_item_type;
  iface->get_n_items = muster_import_row_model_get_n_items;
  iface->get_item = muster_import_row_model_get_item;
}

static void
muster_import_item_class_init (MusterImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_import_item_finalize;
}

static void
muster_import_item_init (MusterImportItem *self)
{
}

static void
muster_import_row_model_class_init (MusterImportRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_import_row_model_finalize;
}

static void
muster_import_row_model_init (MusterImportRowModel *self)
{
}

guint
muster_import_item_get_row (MusterImportItem *self)
{
  return self->row;
}

guint
muster_import_item_get_line (MusterImportItem *self)
{
  return self->line;
}

const char *
muster_import_item_get_name (MusterImportItem *self)
{
  return self->name;
}

const char *
muster_import_item_get_agency (MusterImportItem *self)
{
  return self->agency;
}

MusterRowFate
muster_import_item_get_fate (MusterImportItem *self)
{
  return self->fate;
}

const char *
muster_import_item_get_reasons (MusterImportItem *self)
{
  return self->reasons;
}

const char *
muster_import_item_get_change (MusterImportItem *self)
{
  return self->change;
}

const char *
muster_import_item_get_rules (MusterImportItem *self)
{
  return self->rules;
}

MusterImportRowModel *
muster_import_row_model_new (MusterImportPlan *plan, MusterStore *store)
{
  MusterImportRowModel *self = g_object_new (MUSTER_TYPE_IMPORT_ROW_MODEL, NULL);

  self->plan = plan;
  self->store = g_object_ref (store);
  self->rows = list_rows (plan, 0);
  return self;
}

MusterImportPlan *
muster_import_row_model_get_plan (MusterImportRowModel *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_ROW_MODEL (self), NULL);
  return self->plan;
}

void
muster_import_row_model_set_fates (MusterImportRowModel *self, guint fates)
{
  guint n_old;

  g_return_if_fail (MUSTER_IS_IMPORT_ROW_MODEL (self));
  if (self->fates == fates)
    return;
  n_old = self->rows->len;
  self->fates = fates;
  g_array_unref (self->rows);
  self->rows = list_rows (self->plan, fates);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->rows->len);
}
