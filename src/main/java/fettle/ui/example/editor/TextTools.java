package fettle.ui.example.editor;

import fettle.ui.session.Moment;
import fettle.ui.session.Session;

/// What texts of turns need.
///
/// @param leave what Esc does in a text
record TextTools(Session session, Moment.Maker moments, boolean readOnly, Runnable leave, Runnable save) {}
