package fettle.ui.control;

/// How a vertical axis grows.
public enum ChartScale {
    LINEAR, LOG
}
