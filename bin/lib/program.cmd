@rem Called by the scripts that start the program: builds it if it is not there, and names it JAR; delete target to build anew.
for %%r in ("%~dp0..\..") do set "ROOT=%%~fr"
if not exist "%ROOT%\target\sportello-*.jar" (
    pushd "%ROOT%"
    call mvnw.cmd -q -B package -Dmaven.test.skip=true -Dspotless.check.skip || exit /b 1
    popd
)
for %%j in ("%ROOT%\target\sportello-*.jar") do set "JAR=%%~fj"
set "JAVA_OPTIONS=-XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED"
