#!/bin/sh
# Makes an application image for this platform in target/image: the program, its libraries and a Java of its own, so that
# nobody needs to install one. Run `mvn -q -DskipTests package` first. On Windows run it in Git Bash.
set -eu
cd "$(dirname "$0")/.."

[ -f target/fettle/lib/fettle.jar ] || {
    echo "There is no target/fettle yet: run mvn -q -DskipTests package" >&2
    exit 2
}

# The JDK 25 to build with: JAVA_HOME, else the newest in the usual folder.
jdk=${JAVA_HOME:-}
if ! grep -q '^JAVA_VERSION="25' "$jdk/release" 2>/dev/null; then
    for candidate in /usr/lib/jvm/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
        [ -x "$candidate/bin/jpackage" ] && jdk=$candidate
    done
fi
[ -x "$jdk/bin/jpackage" ] || [ -x "$jdk/bin/jpackage.exe" ] || {
    echo "An image is made with a whole JDK 25: point JAVA_HOME at one." >&2
    exit 2
}

rm -rf target/runtime target/image
# The worker process is started with this runtime's own bin/java: no --strip-native-commands here.
"$jdk/bin/jlink" --output target/runtime --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --add-modules java.se,jdk.unsupported,jdk.unsupported.desktop,jdk.crypto.ec,jdk.charsets,jdk.zipfs,jdk.management,jdk.httpserver,jdk.localedata,jdk.net,jdk.jfr
[ -x target/runtime/bin/java ] || [ -x target/runtime/bin/java.exe ]

version=$(sed -n 's/.*<version>\([0-9.]*\)<\/version>.*/\1/p' pom.xml | head -n 1)
case $version in
    0.*) version=1.${version#0.} ;; # macOS takes no version that begins with 0
esac
set -- --type app-image --name Fettle --app-version "$version" --dest target/image \
    --runtime-image target/runtime --input target/fettle/lib --main-jar fettle.jar --main-class fettle.app.Launcher \
    --java-options --enable-native-access=ALL-UNNAMED \
    --java-options -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 \
    --java-options -Dprism.lcdtext=false
case $(uname -s) in
    Darwin) icon=assets/icons/fettle.icns ;;
    Linux) icon=assets/icons/fettle.png ;;
    *) icon=assets/icons/fettle.ico ;;
esac
[ -f "$icon" ] && set -- "$@" --icon "$icon"
"$jdk/bin/jpackage" "$@"
du -sh target/image/*
