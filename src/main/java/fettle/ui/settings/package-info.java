/// How the person likes Fettle: its look, the provider of models, the network.
@NullMarked
package fettle.ui.settings;

import org.jspecify.annotations.NullMarked;
