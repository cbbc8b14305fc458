/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-origin-button.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-error.h"
#include "gui/muster-import-record-dialog.h"
#include "gui/muster-origin-view.h"

#define NARROW 500 /* pixels of a window */
#define MARGIN 12
#define MAX_HEIGHT 440

struct _MusterOriginButton
{
  GtkButton parent_instance;

  MusterStore *store;
  gint64 person;
  char *fields;
  char *value;
  GtkWidget *popover; /* %NULL when none is open */
  AdwDialog *dialog;  /* the same */
};

G_DEFINE_FINAL_TYPE (MusterOriginButton, muster_origin_button, GTK_TYPE_BUTTON)

static gboolean
load_field (MusterOriginButton *self, MusterDatabase *database, const char *field, GPtrArray *all, GError **error)
{
  g_autoptr (GPtrArray) origins = muster_provenance_query (database, self->person, field, error);

  if (origins == NULL)
    return FALSE;
  while (origins->len > 0)
    {
      MusterOrigin *origin = g_ptr_array_steal_index (origins, 0);

      if (self->value == NULL || g_strcmp0 (origin->value, self->value) == 0)
        g_ptr_array_add (all, origin);
      else
        muster_origin_free (origin);
    }
  return TRUE;
}

static GPtrArray *
load_origins (MusterOriginButton *self, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_origin_free);
  g_auto (GStrv) fields = g_strsplit (self->fields, ",", -1);
  MusterDatabase *database = muster_store_read (self->store, error);
  gboolean done = database != NULL;

  for (guint i = 0; done && fields[i] != NULL; i++)
    done = load_field (self, database, fields[i], all, error);
  if (database != NULL)
    muster_store_read_done (self->store, database);
  return done ? g_steal_pointer (&all) : NULL;
}

static void
close_all (MusterOriginButton *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  if (popover != NULL)
    gtk_widget_unparent (popover);
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  g_clear_weak_pointer (&self->dialog);
}

static void
import_cb (MusterOriginButton *self, gint64 import_id)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->dialog != NULL)
    adw_dialog_close (self->dialog);
  adw_dialog_present (muster_import_record_dialog_new (self->store, import_id), GTK_WIDGET (self));
}

static GtkWidget *
scrolled_new (GtkWidget *content, int max_height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "propagate-natural-width", TRUE, "max-content-height", max_height, "child", content, NULL);
  return scrolled;
}

static gboolean
forget_popover_cb (gpointer user_data)
{
  g_autoptr (MusterOriginButton) self = user_data;

  if (self->popover != NULL && !gtk_widget_get_visible (self->popover))
    gtk_widget_unparent (g_steal_pointer (&self->popover));
  return G_SOURCE_REMOVE;
}

/* Not from within its own signal. */
static void
closed_cb (MusterOriginButton *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_idle_add (forget_popover_cb, g_object_ref (self));
}

static void
show_popover (MusterOriginButton *self, GtkWidget *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("Where This Comes From"));

  gtk_widget_add_css_class (title, "title-4");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), view);
  g_object_set (box, "margin-top", MARGIN, "margin-bottom", MARGIN, "margin-start", MARGIN, "margin-end", MARGIN, NULL);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled_new (box, MAX_HEIGHT));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_dialog (MusterOriginButton *self, GtkWidget *view)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();

  g_object_set (view, "margin-top", MARGIN, "margin-bottom", 2 * MARGIN, "margin-start", 2 * MARGIN, "margin-end", 2 * MARGIN, NULL);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scrolled_new (view, 10 * MAX_HEIGHT));
  adw_dialog_set_title (dialog, _("Where This Comes From"));
  adw_dialog_set_presentation_mode (dialog, ADW_DIALOG_BOTTOM_SHEET);
  adw_dialog_set_child (dialog, toolbar);
  g_set_weak_pointer (&self->dialog, dialog);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
muster_origin_button_clicked (GtkButton *button)
{
  MusterOriginButton *self = MUSTER_ORIGIN_BUTTON (button);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) origins = load_origins (self, &error);
  GtkWidget *view;

  close_all (self);
  if (origins == NULL)
    {
      muster_gui_error_show (GTK_WIDGET (self), error);
      return;
    }
  view = muster_origin_view_new (origins);
  g_signal_connect_object (view, "import", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))) < NARROW)
    show_dialog (self, view);
  else
    show_popover (self, view);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), muster_origin_view_get_text (MUSTER_ORIGIN_VIEW (view)), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
muster_origin_button_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterOriginButton *self = MUSTER_ORIGIN_BUTTON (widget);

  GTK_WIDGET_CLASS (muster_origin_button_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
muster_origin_button_dispose (GObject *object)
{
  MusterOriginButton *self = MUSTER_ORIGIN_BUTTON (object);

  close_all (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_origin_button_parent_class)->dispose (object);
}

static void
muster_origin_button_finalize (GObject *object)
{
  MusterOriginButton *self = MUSTER_ORIGIN_BUTTON (object);

  g_free (self->fields);
  g_free (self->value);
  G_OBJECT_CLASS (muster_origin_button_parent_class)->finalize (object);
}

static void
muster_origin_button_class_init (MusterOriginButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_origin_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_origin_button_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = muster_origin_button_size_allocate;
  GTK_BUTTON_CLASS (klass)->clicked = muster_origin_button_clicked;
}

static void
muster_origin_button_init (MusterOriginButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "muster-origin-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
}

GtkWidget *
muster_origin_button_new (MusterStore *store, gint64 person, const char *name, const char *fields, const char *value)
{
  MusterOriginButton *self = g_object_new (MUSTER_TYPE_ORIGIN_BUTTON, NULL);
  /* Translators: what a value is: “Where This Comes From: NPN” */
  g_autofree char *tooltip = g_strdup_printf (_("Where This Comes From: %s"), name);

  self->store = g_object_ref (store);
  self->person = person;
  self->fields = g_strdup (fields);
  self->value = g_strdup (value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  return GTK_WIDGET (self);
}

void
muster_origin_button_add (AdwActionRow *row, MusterStore *store, gint64 person, const char *name, const char *fields, const char *value)
{
  GtkWidget *button = muster_origin_button_new (store, person, name, fields, value);

  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  /* The row has called it by its own title. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}
