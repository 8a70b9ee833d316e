@rem Called by the scripts: sets JAVA to a java that is new enough, or says what to install.
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "JAVA_MAJOR=0"
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do (
    for /f "delims=.-+ tokens=1" %%m in ("%%~v") do set "JAVA_MAJOR=%%m"
)
if %JAVA_MAJOR% geq 25 exit /b 0
echo Sportello needs a JDK 25 or newer. Install Eclipse Temurin 25 from https://adoptium.net and let JAVA_HOME name it. 1>&2
exit /b 1
