/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-dialog-layout.h"

struct _MusterDialogLayout
{
  GtkLayoutManager parent_instance;

  int natural_width;
};

enum
{
  PROP_0,
  PROP_NATURAL_WIDTH,
};

G_DEFINE_FINAL_TYPE (MusterDialogLayout, muster_dialog_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
muster_dialog_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A height is asked for without a width, too; it is the one at the width that the dialog will have. */
static void
muster_dialog_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  MusterDialogLayout *self = MUSTER_DIALOG_LAYOUT (layout);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least = 0;

  *minimum = *natural = 0;
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  if (!across)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (child, orientation, across ? -1 : MAX (least, for_size < 0 ? self->natural_width : for_size), minimum, natural, NULL, NULL);
  if (across)
    *natural = MAX (*minimum, self->natural_width);
}

static void
muster_dialog_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
muster_dialog_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NATURAL_WIDTH)
    g_value_set_int (value, MUSTER_DIALOG_LAYOUT (object)->natural_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_dialog_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MusterDialogLayout *self = MUSTER_DIALOG_LAYOUT (object);

  if (id == PROP_NATURAL_WIDTH)
    {
      self->natural_width = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_dialog_layout_class_init (MusterDialogLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = muster_dialog_layout_get_property;
  object_class->set_property = muster_dialog_layout_set_property;
  layout_class->get_request_mode = muster_dialog_layout_get_request_mode;
  layout_class->measure = muster_dialog_layout_measure;
  layout_class->allocate = muster_dialog_layout_allocate;

  g_object_class_install_property (object_class, PROP_NATURAL_WIDTH,
                                   g_param_spec_int ("natural-width", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
muster_dialog_layout_init (MusterDialogLayout *self)
{
  self->natural_width = -1;
}
