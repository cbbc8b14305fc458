/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-preview.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-badge.h"
#include "gui/muster-import-missing.h"
#include "gui/muster-import-row-dialog.h"
#include "gui/muster-import-summary.h"
#include "gui/muster-tile.h"

struct _MusterImportPreview
{
  AdwBin parent_instance;

  MusterStore *store;
  MusterImportOptions *options; /* the page’s */
  MusterImportRowModel *model;
  AdwBanner *banner;
  AdwWrapBox *tiles;
  GtkLabel *summary;
  GtkButton *missing_button;
  GtkWidget *accept_box;
  GtkSwitch *accept_switch;
  GtkColumnView *view;
  gboolean narrow;
  gboolean filling;
};

enum
{
  PROP_0,
  PROP_NARROW,
};

enum
{
  CHANGED,
  DECIDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportPreview, muster_import_preview, ADW_TYPE_BIN)

static const struct
{
  MusterBadgeLook look;
  const char *icon_name;
} looks[MUSTER_N_FATES] = {
  [MUSTER_FATE_CREATED] = { MUSTER_BADGE_SUCCESS, "list-add-symbolic" },
  [MUSTER_FATE_UPDATED] = { MUSTER_BADGE_ACCENT, "document-edit-symbolic" },
  [MUSTER_FATE_UNCHANGED] = { MUSTER_BADGE_PLAIN, "object-select-symbolic" },
  [MUSTER_FATE_SKIPPED] = { MUSTER_BADGE_PLAIN, "media-skip-forward-symbolic" },
  [MUSTER_FATE_CONFLICT] = { MUSTER_BADGE_WARNING, "dialog-warning-symbolic" },
  [MUSTER_FATE_REJECTED] = { MUSTER_BADGE_ERROR, "action-unavailable-symbolic" },
};

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
label_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, label_new (NULL));
}

static void
line_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, label_new ("numeric"));
}

static void
line_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  g_autofree char *text = g_strdup_printf ("%u", muster_import_item_get_line (gtk_column_view_cell_get_item (cell)));

  gtk_label_set_label (GTK_LABEL (gtk_column_view_cell_get_child (cell)), text);
}

static void
name_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *below = label_new ("dim-label");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (below, "caption");
  gtk_box_append (GTK_BOX (box), label_new ("muster-name"));
  gtk_box_append (GTK_BOX (box), below);
  gtk_column_view_cell_set_child (cell, box);
}

/* What changes, and what is said about the row. */
static char *
dup_below (MusterImportItem *item)
{
  const char *change = muster_import_item_get_change (item), *reasons = muster_import_item_get_reasons (item);

  if (change == NULL)
    return g_strdup (reasons);
  return *reasons != '\0' ? g_strconcat (change, "\n", reasons, NULL) : g_strdup (change);
}

static void
name_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  MusterImportItem *item = gtk_column_view_cell_get_item (cell);
  GtkWidget *name = gtk_widget_get_first_child (gtk_column_view_cell_get_child (cell));
  GtkWidget *below = gtk_widget_get_next_sibling (name);
  g_autofree char *text = dup_below (item);

  gtk_label_set_label (GTK_LABEL (name), muster_import_item_get_name (item)[0] != '\0' ? muster_import_item_get_name (item) : _("(no name)"));
  gtk_label_set_label (GTK_LABEL (below), text);
  gtk_widget_set_visible (below, *text != '\0');
  gtk_widget_set_tooltip_text (below, text);
}

static void
agency_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  const char *agency = muster_import_item_get_agency (gtk_column_view_cell_get_item (cell));

  gtk_label_set_label (GTK_LABEL (gtk_column_view_cell_get_child (cell)), agency != NULL ? agency : "");
}

static void
fate_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, muster_badge_new ());
}

static void
fate_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  MusterRowFate fate = muster_import_item_get_fate (gtk_column_view_cell_get_item (cell));

  muster_badge_set (MUSTER_BADGE (gtk_column_view_cell_get_child (cell)), looks[fate].look, looks[fate].icon_name, muster_row_fate_get_label (fate));
}

static void
row_bind_cb (MusterImportPreview *self, GtkColumnViewRow *row)
{
  MusterImportItem *item = gtk_column_view_row_get_item (row);
  /* Translators: what is read out for a row of a file: line, name, what becomes of it, and why. */
  g_autofree char *below = dup_below (item);
  g_autofree char *text = g_strdup_printf (_("Line %u, %s, %s. %s"), muster_import_item_get_line (item), muster_import_item_get_name (item),
                                           muster_row_fate_get_label (muster_import_item_get_fate (item)), below);

  gtk_column_view_row_set_accessible_label (row, text);
}

static void
activate_cb (MusterImportPreview *self, guint position)
{
  g_autoptr (MusterImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  adw_dialog_present (muster_import_row_dialog_new (self->store, muster_import_preview_get_plan (self), muster_import_item_get_row (item)), GTK_WIDGET (self));
}

static void
decided_cb (MusterImportPreview *self)
{
  g_signal_emit (self, signals[DECIDED], 0);
}

static void
missing_cb (MusterImportPreview *self)
{
  AdwDialog *dialog = muster_import_missing_new (self->store, muster_import_preview_get_plan (self), self->options);

  g_signal_connect_object (dialog, "changed", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_missing (MusterImportPreview *self, const MusterImportPlan *plan)
{
  g_autofree char *label = g_strdup_printf (_("_Missing from This File (%'u)…"), plan->missing->len);

  gtk_button_set_label (self->missing_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_button), plan->missing->len > 0);
}

static void
tile_cb (MusterImportPreview *self, GtkToggleButton *tile)
{
  if (!self->filling && self->model != NULL && gtk_toggle_button_get_active (tile))
    muster_import_row_model_set_fates (self->model, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tile), "fates")));
}

static GtkWidget *
add_tile (MusterImportPreview *self, const char *label, guint count, guint fates, GtkWidget *group)
{
  GtkWidget *tile = muster_tile_new (label);

  muster_tile_set_count (MUSTER_TILE (tile), count);
  gtk_widget_set_sensitive (tile, count > 0);
  if (count == 0)
    g_object_bind_property (self, "narrow", tile, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_set_data (G_OBJECT (tile), "fates", GUINT_TO_POINTER (fates));
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tile), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (tile, "toggled", G_CALLBACK (tile_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->tiles, tile);
  return tile;
}

/* What needs a person comes first to the eye: rejected rows are shown from the start. */
static void
fill_tiles (MusterImportPreview *self, const MusterImportPlan *plan)
{
  GtkWidget *all, *tile;

  while ((tile = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    adw_wrap_box_remove (self->tiles, tile);
  all = add_tile (self, _("All Rows"), muster_sheet_get_n_rows (plan->sheet), 0, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    {
      tile = add_tile (self, muster_row_fate_get_label (fate), plan->counts[fate], 1u << fate, all);
      if (plan->counts[fate] > 0 && (fate == MUSTER_FATE_REJECTED || (fate == MUSTER_FATE_CONFLICT && plan->n_questions > 0)))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), TRUE);
    }
}

static void
update_summary (MusterImportPreview *self)
{
  g_autofree char *text = muster_import_summary_dup (muster_import_preview_get_plan (self), muster_import_preview_get_accept_valid (self));

  gtk_label_set_label (self->summary, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->summary), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
accept_changed_cb (MusterImportPreview *self)
{
  if (self->filling || self->model == NULL)
    return;
  update_summary (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
muster_import_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, MUSTER_IMPORT_PREVIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_import_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    MUSTER_IMPORT_PREVIEW (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_import_preview_dispose (GObject *object)
{
  MusterImportPreview *self = MUSTER_IMPORT_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_PREVIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_import_preview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, banner);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, tiles);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, missing_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, accept_box);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, accept_switch);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, view);
  gtk_widget_class_bind_template_callback (widget_class, label_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, agency_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, fate_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, fate_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_cb);
}

static void
muster_import_preview_class_init (MusterImportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_import_preview_get_property;
  object_class->set_property = muster_import_preview_set_property;
  object_class->dispose = muster_import_preview_dispose;
  g_object_class_install_property (object_class, PROP_NARROW, g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DECIDED] = g_signal_new ("decided", MUSTER_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
muster_import_preview_init (MusterImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_import_preview_set_plan (MusterImportPreview *self, MusterStore *store, MusterImportPlan *plan, MusterImportOptions *options)
{
  g_autoptr (GtkSelectionModel) none = NULL;
  gboolean same;

  g_return_if_fail (MUSTER_IS_IMPORT_PREVIEW (self));
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->model);
  same = self->options == options;
  g_set_object (&self->store, store);
  self->options = options;
  self->model = muster_import_row_model_new (plan, store);
  fill_tiles (self, plan);
  show_missing (self, plan);
  self->filling = TRUE;
  gtk_switch_set_active (self->accept_switch, same && gtk_switch_get_active (self->accept_switch));
  self->filling = FALSE;
  gtk_widget_set_visible (self->accept_box, muster_import_plan_is_held_up (plan, FALSE));
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_column_view_set_model (self->view, none);
  muster_import_preview_show_notice (self, NULL);
  update_summary (self);
}

MusterImportPlan *
muster_import_preview_get_plan (MusterImportPreview *self)
{
  return self->model != NULL ? muster_import_row_model_get_plan (self->model) : NULL;
}

gboolean
muster_import_preview_get_accept_valid (MusterImportPreview *self)
{
  return gtk_switch_get_active (self->accept_switch);
}

void
muster_import_preview_show_notice (MusterImportPreview *self, const char *message)
{
  adw_banner_set_revealed (self->banner, message != NULL);
  if (message == NULL)
    return;
  adw_banner_set_title (self->banner, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

const char *
muster_import_preview_get_summary (MusterImportPreview *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_PREVIEW (self), NULL);
  return gtk_label_get_label (self->summary);
}
