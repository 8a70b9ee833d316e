@echo off
rem Builds the program if it is not there and opens the demo desk.
setlocal
call "%~dp0lib\java.cmd" || exit /b 1
call "%~dp0lib\program.cmd" || exit /b 1
if not defined SPORTELLO_HOME set "SPORTELLO_HOME=%ROOT%\.sportello\demo"
if not defined SPRING_PROFILES_ACTIVE set "SPRING_PROFILES_ACTIVE=demo"
"%JAVA%" %JAVA_OPTIONS% -jar "%JAR%" %*
