/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-missing.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"

struct _MusterImportMissing
{
  AdwDialog parent_instance;

  MusterStore *store;
  MusterImportPlan *plan;
  MusterImportOptions *options; /* the page’s */
  GByteArray *chosen;           /* per person of the plan’s missing */
  GtkListView *view;
  GtkLabel *count;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportMissing, muster_import_missing, ADW_TYPE_DIALOG)

static void
show_count (MusterImportMissing *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->chosen->len; i++)
    n += self->chosen->data[i];
  if (n > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person will become inactive.", "%'u people will become inactive.", n), n);
  gtk_label_set_label (self->count, text != NULL ? text : _("Nobody will become inactive."));
}

static char *
dup_name (MusterImportMissing *self, guint position)
{
  gint64 person = g_array_index (self->plan->missing, gint64, position);
  g_autofree char *code = muster_assister_dup_code (person);
  MusterDatabase *database = muster_store_read (self->store, NULL);
  g_autofree char *name = NULL;

  if (database == NULL)
    return g_steal_pointer (&code);
  name = muster_gui_names_dup_listed (database, person);
  muster_store_read_done (self->store, database);
  /* Translators: name and number of a person */
  return g_strdup_printf (_("%s · %s"), name, code);
}

static void
toggled_cb (MusterImportMissing *self, GtkCheckButton *button)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));

  if (position == 0)
    return;
  self->chosen->data[position - 1] = gtk_check_button_get_active (button);
  show_count (self);
}

static void
setup_cb (MusterImportMissing *self, GtkListItem *item)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_margin_start (button, 12);
  gtk_widget_set_margin_end (button, 12);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_focusable (item, FALSE);
}

/* A position of 0 is that of a button that shows nobody yet. */
static void
bind_cb (MusterImportMissing *self, GtkListItem *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name = dup_name (self, position);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  g_object_set_data (G_OBJECT (button), "position", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), self->chosen->data[position]);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position + 1));
}

static void
unbind_cb (MusterImportMissing *self, GtkListItem *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "position", NULL);
}

static void
fill_view (MusterImportMissing *self)
{
  g_autoptr (GListStore) people = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkSelectionModel) none = NULL;

  /* What a row shows is found by its place. */
  for (guint i = 0; i < self->plan->missing->len; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (people, 0, 0, items->pdata, items->len);
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (people))));
  gtk_list_view_set_model (self->view, none);
}

static void
choose_all (MusterImportMissing *self, gboolean chosen)
{
  memset (self->chosen->data, chosen, self->chosen->len);
  fill_view (self);
  show_count (self);
}

static void
all_cb (MusterImportMissing *self)
{
  choose_all (self, TRUE);
}

static void
none_cb (MusterImportMissing *self)
{
  choose_all (self, FALSE);
}

static void
cancel_cb (MusterImportMissing *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_cb (MusterImportMissing *self)
{
  for (guint i = 0; i < self->chosen->len; i++)
    muster_import_options_inactivate (self->options, g_array_index (self->plan->missing, gint64, i), self->chosen->data[i]);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
muster_import_missing_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_MISSING);
  G_OBJECT_CLASS (muster_import_missing_parent_class)->dispose (object);
}

static void
muster_import_missing_finalize (GObject *object)
{
  MusterImportMissing *self = MUSTER_IMPORT_MISSING (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->plan, muster_import_plan_free);
  g_clear_pointer (&self->chosen, g_byte_array_unref);
  G_OBJECT_CLASS (muster_import_missing_parent_class)->finalize (object);
}

static void
muster_import_missing_class_init (MusterImportMissingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_missing_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_import_missing_finalize;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_MISSING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-missing.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportMissing, view);
  gtk_widget_class_bind_template_child (widget_class, MusterImportMissing, count);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
muster_import_missing_init (MusterImportMissing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_import_missing_new (MusterStore *store, MusterImportPlan *plan, MusterImportOptions *options)
{
  MusterImportMissing *self = g_object_new (MUSTER_TYPE_IMPORT_MISSING, NULL);

  self->store = g_object_ref (store);
  self->plan = muster_import_plan_ref (plan);
  self->options = options;
  self->chosen = g_byte_array_new ();
  for (guint i = 0; i < plan->missing->len; i++)
    {
      guint8 chosen = muster_import_options_inactivates (options, g_array_index (plan->missing, gint64, i));

      g_byte_array_append (self->chosen, &chosen, 1);
    }
  fill_view (self);
  show_count (self);
  return ADW_DIALOG (self);
}
