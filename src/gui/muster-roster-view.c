/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-view.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-badge.h"
#include "gui/muster-gui-text.h"

#define SHOWN_OF_ID 3

struct _MusterRosterView
{
  AdwBin parent_instance;

  GtkColumnView *view;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
};

enum
{
  SORT_CHANGED,
  ACTIVATE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterRosterView, muster_roster_view, ADW_TYPE_BIN)

static const struct
{
  const char *column;
  MusterRosterSort sort;
} sorts[] = {
  { "name", MUSTER_SORT_NAME },
  { "agency", MUSTER_SORT_AGENCY },
  { "status", MUSTER_SORT_STATUS },
  { "may-assist", MUSTER_SORT_MAY_ASSIST },
  { "npn", MUSTER_SORT_NPN },
  { "email", MUSTER_SORT_EMAIL },
};

static const MusterRosterRow *
get_row (gpointer cell)
{
  return muster_roster_item_get_row (gtk_column_view_cell_get_item (cell));
}

/* An inscription never asks for another size when its text changes: a key press of the search changes all of them. */
static GtkWidget *
text_new (void)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 4);
  gtk_widget_set_hexpand (text, TRUE);
  return text;
}

static void
set_text (GtkColumnViewCell *cell, const char *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)), text);
}

/* An Assister ID is a credential: its end is enough to know it again. */
static char *
dup_masked (const char *id)
{
  const char *end;

  if (id == NULL || g_utf8_strlen (id, -1) <= SHOWN_OF_ID)
    return g_strdup (id);
  end = g_utf8_offset_to_pointer (id, g_utf8_strlen (id, -1) - SHOWN_OF_ID);
  return g_strconcat ("•••", end, NULL);
}

static const char *
get_may_assist_word (const MusterStanding *standing)
{
  if (!standing->may_assist)
    return C_("may assist", "No");
  return (standing->reasons & MUSTER_REASON_RESTRICTED) != 0 ? C_("may assist", "Within limits") : C_("may assist", "Yes");
}

static const char *
get_may_assist_icon (const MusterStanding *standing)
{
  if (!standing->may_assist)
    return "action-unavailable-symbolic";
  return (standing->reasons & MUSTER_REASON_RESTRICTED) != 0 ? "dialog-warning-symbolic" : "object-select-symbolic";
}

static void
label_setup_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, text_new ());
}

static void
number_setup_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  GtkWidget *text = text_new ();

  gtk_widget_add_css_class (text, "numeric");
  gtk_column_view_cell_set_child (cell, text);
}

static void
name_setup_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = text_new ();
  GtkWidget *below = text_new ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (name, "muster-name");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_add_css_class (below, "caption");
  g_object_bind_property (self, "narrow", below, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), below);
  gtk_column_view_cell_set_child (cell, box);
}

static void
name_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);
  GtkWidget *name = gtk_widget_get_first_child (gtk_column_view_cell_get_child (cell));
  GtkWidget *below = gtk_widget_get_next_sibling (name);
  g_autofree char *text = NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (name), row != NULL ? row->name : _("No longer in the register"));
  if (row == NULL)
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (below), "");
      return;
    }
  /* Translators: whether a person may assist, and where: “May assist: Yes · Northside Help” */
  text = g_strdup_printf (_("May assist: %s · %s"), get_may_assist_word (&row->standing), row->agency != NULL ? row->agency : _("no agency"));
  gtk_inscription_set_text (GTK_INSCRIPTION (below), text);
}

static void
roles_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);
  g_autofree char *text = row != NULL ? muster_gui_text_dup_types (row->standing.types) : NULL;

  set_text (cell, text);
}

static void
agency_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);

  set_text (cell, row != NULL ? row->agency : NULL);
}

static void
status_setup_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, muster_badge_new ());
}

static void
status_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);
  GtkWidget *badge = gtk_column_view_cell_get_child (cell);

  gtk_widget_set_visible (badge, row != NULL);
  if (row != NULL)
    muster_badge_set_state (MUSTER_BADGE (badge), row->standing.overall);
}

static void
may_assist_setup_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), text_new ());
  gtk_column_view_cell_set_child (cell, box);
}

static void
may_assist_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);
  GtkWidget *box = gtk_column_view_cell_get_child (cell);
  GtkWidget *image = gtk_widget_get_first_child (box);

  gtk_widget_set_visible (box, row != NULL);
  if (row == NULL)
    return;
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), get_may_assist_icon (&row->standing)) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), get_may_assist_icon (&row->standing));
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (image)), get_may_assist_word (&row->standing));
}

static void
npn_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);

  set_text (cell, row != NULL ? row->npn : NULL);
}

static void
assister_id_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);
  g_autofree char *text = row != NULL ? dup_masked (row->assister_id) : NULL;

  set_text (cell, text);
}

static void
email_bind_cb (MusterRosterView *self, GtkColumnViewCell *cell)
{
  const MusterRosterRow *row = get_row (cell);

  set_text (cell, row != NULL ? row->email : NULL);
}

static void
row_bind_cb (MusterRosterView *self, GtkColumnViewRow *line)
{
  const MusterRosterRow *row = muster_roster_item_get_row (gtk_column_view_row_get_item (line));
  g_autofree char *text = NULL;

  if (row != NULL)
    /* Translators: what is read out for a line of the roster: name, status, and whether the person may assist. */
    text = g_strdup_printf (_("%s, %s, may assist: %s"), row->name, muster_certification_state_get_label (row->standing.overall), get_may_assist_word (&row->standing));
  gtk_column_view_row_set_accessible_label (line, text != NULL ? text : _("No longer in the register"));
}

static void
activate_cb (MusterRosterView *self, guint position)
{
  g_autoptr (MusterRosterItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  if (item != NULL && muster_roster_item_get_row (item) != NULL)
    g_signal_emit (self, signals[ACTIVATE], 0, muster_roster_item_get_id (item));
}

static void
sorter_changed_cb (MusterRosterView *self)
{
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

/* The headers offer sorting where a column has a sorter; the sorting itself is the index's. */
static void
offer_sorting (MusterRosterView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      for (guint k = 0; k < G_N_ELEMENTS (sorts); k++)
        if (g_strcmp0 (gtk_column_view_column_get_id (column), sorts[k].column) == 0)
          gtk_column_view_column_set_sorter (column, sorter);
      if (i == 0)
        gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
    }
}

static void
muster_roster_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, MUSTER_ROSTER_VIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_roster_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    MUSTER_ROSTER_VIEW (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_roster_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ROSTER_VIEW);
  G_OBJECT_CLASS (muster_roster_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-roster-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRosterView, view);
  gtk_widget_class_bind_template_callback (widget_class, label_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, roles_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, agency_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, may_assist_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, may_assist_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, npn_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, assister_id_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, email_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
muster_roster_view_class_init (MusterRosterViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_roster_view_get_property;
  object_class->set_property = muster_roster_view_set_property;
  object_class->dispose = muster_roster_view_dispose;
  g_object_class_install_property (object_class, PROP_NARROW, g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", MUSTER_TYPE_ROSTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", MUSTER_TYPE_ROSTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
muster_roster_view_init (MusterRosterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_sorting (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

void
muster_roster_view_set_model (MusterRosterView *self, MusterRosterModel *model)
{
  /* A model of the toolkit that keeps a selection would look through all new lines for the selected one. */
  g_autoptr (GtkSelectionModel) none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model))));

  g_return_if_fail (MUSTER_IS_ROSTER_VIEW (self));
  gtk_column_view_set_model (self->view, none);
}

void
muster_roster_view_get_sort (MusterRosterView *self, MusterRosterSort *sort, gboolean *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  *sort = MUSTER_SORT_NAME;
  *descending = column != NULL && gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  for (guint i = 0; column != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (gtk_column_view_column_get_id (column), sorts[i].column) == 0)
      *sort = sorts[i].sort;
}

void
muster_roster_view_scroll_to_top (MusterRosterView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view))) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}
