@echo off
setlocal
cd /d "%~dp0.."
call bin\lib\java.cmd || exit /b 1
call mvnw.cmd -q -B spotless:apply %*
