@echo off
rem Builds the program if it is not there and opens the demo desk; delete target to build it anew.
setlocal
cd /d "%~dp0.."
call bin\lib\java.cmd || exit /b 1
if not exist target\sportello-*.jar call mvnw.cmd -q -B package -Dmaven.test.skip=true -Dspotless.check.skip || exit /b 1
if not defined SPORTELLO_HOME set "SPORTELLO_HOME=%CD%\.sportello\demo"
if not defined SPRING_PROFILES_ACTIVE set "SPRING_PROFILES_ACTIVE=demo"
for %%j in (target\sportello-*.jar) do set "JAR=%%j"
"%JAVA%" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -jar "%JAR%" %*
