@echo off
rem Builds the program if it is not there and opens a desk of your own; docs\settings.md says what can be set.
setlocal
call "%~dp0lib\java.cmd" || exit /b 1
call "%~dp0lib\program.cmd" || exit /b 1
"%JAVA%" %JAVA_OPTIONS% -jar "%JAR%" %*
